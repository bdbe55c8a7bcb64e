using System.IO.Compression;

namespace Technopark.SystemTests;

/// <summary>A person takes a copy of what the park keeps about them, and has it erased everywhere.</summary>
public sealed class ErasureTests(RunningPark park)
{
    private const string Page = "/identity/account/data";

    [Fact]
    public async Task A_person_takes_a_copy_and_is_erased_everywhere()
    {
        using var member = await Member.SignInAsync(park);
        // In the logs other letters stand as their codes.
        var name = $"Anna {Guid.CreateVersion7():N}";
        await member.Visitor.SubmitAsync("/identity/account", new() { ["Name"] = name, ["Language"] = "en" });
        var company = await member.CreateAsync("/api/registry/v1/companies", new
        {
            name = "Невская робототехника",
            kind = "team",
            founders = new[]
            {
                new { name, role = "CEO", sharePercent = "60", isMe = true },
                new { name = "Пётр Второй", role = "CTO", sharePercent = "40", isMe = false },
            },
        });
        var figures = await FiguresAsync();

        var copy = await CopyAsync(member);
        Assert.Contains(member.Mail, copy["identity.json"], StringComparison.Ordinal);
        Assert.Contains(name, JsonElement.Parse(copy["registry.json"]).GetProperty("companies")[0]
            .GetProperty("founder").GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Contains("хранит о вас", copy["README.txt"], StringComparison.Ordinal);
        Assert.NotEmpty(await WhereAsync(name));
        Assert.NotEmpty(await WhereAsync(member.Mail));

        var unsure = await member.Visitor.SubmitAsync(
            Page, new() { ["Password"] = Member.Password }, $"{Page}?handler=Erase");
        Assert.Contains("tick the box", unsure.Text, StringComparison.Ordinal);
        await member.EraseAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await member.CallAsync(HttpMethod.Get, "/api/identity/v1/me"));
        await Eventually.TrueAsync("the registry has forgotten", async () =>
            (await FounderAsync(company)).GetProperty("name").ValueKind == JsonValueKind.Null);
        await Eventually.TrueAsync("nothing resolves the person", async () =>
            (await WhereAsync(name)).Count + (await WhereAsync(member.Mail)).Count == 0);
        var told = await park.TelemetryAsync();
        Assert.DoesNotContain(name, told, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(member.Mail, told, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(figures, await FiguresAsync());
        await EventsReplayAsync(company, name, figures);
        Assert.Equal(1, await park.ScalarAsync<long>(
            "identity",
            """
            select count(*) from consents c join people p on p.id = c.person_id
            where p.erased_at is not null and p.name = '' and c.person_id = $1
            """,
            Guid.Parse((await FounderAsync(company)).GetProperty("personId").GetString()!)));
        Assert.Contains(
            "last letter", (await park.Mails.ReadAsync(member.Mail, "erased")).TextBody, StringComparison.Ordinal);
    }

    /// <summary>A sole trader is a company and a person: ids, states and sums stay, not one word of the rest.</summary>
    [Fact]
    public async Task A_sole_trader_is_erased_with_all_that_was_ever_written_about_them()
    {
        using var member = await Member.SignInAsync(park);
        var words = $"Shadow{Guid.CreateVersion7():N}";
        var trader = new Trader(park.Api, words, $"ИП {words}");
        var company = await member.CreateAsync("/api/registry/v1/companies", trader.Record(isMe: true));
        await trader.LiveAsync(company);
        string[] secrets = [words, trader.Inn, trader.Ogrnip];
        await Eventually.GetAsync(
            "it is written everywhere",
            async () => string.Join(' ', Trader.Tables.Except(await WhereAsync(words))), left => left == "");
        var (figures, path) = (await FiguresAsync(), $"/api/insights/v1/companies/{company.Split('/')[^1]}/timeline");

        await member.EraseAsync();
        await Eventually.TrueAsync("nobody knows a word", async () =>
        {
            var left = await Task.WhenAll(secrets.Select(WhereAsync));
            return left.All(tables => tables.Count == 0);
        });
        Assert.Equal(figures, await FiguresAsync());
        Assert.Equal("—", (await park.Api.GetAsync(company)).Text("name"));
        await EventsReplayAsync(company, words, figures);
        Assert.Contains("erased", (await StoryAsync(path))!, StringComparison.Ordinal);
    }

    /// <summary>The read models, built anew from all events, say what they said, and nobody's name.</summary>
    private async Task EventsReplayAsync(string company, string name, string figures)
    {
        var path = $"/api/insights/v1/companies/{company.Split('/')[^1]}/timeline";
        var story = (await StoryAsync(path))!;
        Assert.DoesNotContain(name, story, StringComparison.Ordinal);
        await park.RunAsync("insights", "--rebuild");
        await park.KillAsync("insights");
        // It reads every event that the park's tests have made so far.
        await Eventually.TrueAsync(
            "the story is told anew", async () => await StoryAsync(path) == story && await FiguresAsync() == figures,
            TimeSpan.FromSeconds(90));
        Assert.Empty(await WhereAsync(name));
    }

    /// <summary>Null while insights has not heard of the company.</summary>
    private async Task<string?> StoryAsync(string path)
    {
        try
        {
            return (await park.Api.GetAsync(path)).Body.GetProperty("items").GetRawText();
        }
        catch (RefusedException refused) when (refused.Refusal.Status == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static async Task<Dictionary<string, string>> CopyAsync(Member member)
    {
        await using var archive = new ZipArchive(await member.Http.GetStreamAsync("/api/identity/v1/me/data"));
        var files = new Dictionary<string, string>();
        foreach (var entry in archive.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            files[entry.Name] = await reader.ReadToEndAsync();
        }

        return files;
    }

    private async Task<JsonElement> FounderAsync(string company) =>
        (await park.Api.GetAsync(company)).Body.GetProperty("founders")[0];

    /// <summary>What the park counts, without when it was counted.</summary>
    private async Task<string> FiguresAsync() =>
        (await park.Api.GetAsync("/api/insights/v1/headline")).Body.GetProperty("attracted").GetRawText();

    /// <summary>Every table of every database that holds this text in any column.</summary>
    private Task<List<string>> WhereAsync(string text) => park.AskTablesAsync(
        "select %L where exists (select from %I t where t::text like '%%' || $1 || '%%')", [], text);
}

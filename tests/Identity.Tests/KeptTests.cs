using System.IO.Compression;
using System.Text;

namespace Technopark.Identity.Tests;

/// <summary>What a person keeps for themselves: views, drafts, columns, snoozes, settings.</summary>
public sealed class KeptTests(IdentityFixture identity)
{
    private string Root => $"{identity.Root}/me/kept";

    [Fact]
    public async Task It_comes_back_as_it_was_last_written_and_to_nobody_else()
    {
        var (http, _) = await SomebodyAsync();
        var (other, _) = await SomebodyAsync(Roles.Operator);
        const string name = "заявки, новые";
        var first = await PutAsync(
            http, $"view/{name}", """{"value":{"status":["registered"],"q":"нева \u0000 \u200b"}}""");
        Assert.Equal(("view", name), (first.GetProperty("kind").GetString(), first.GetProperty("name").GetString()));
        var second = await PutAsync(http, $"view/ {name}", """{"value":{"status":[],"deep":{"a":[1,2.50,null]}}}""");
        Assert.True(At(second) >= At(first));

        var read = await http.GetFromJsonAsync<JsonElement>($"{Root}/view/{name}");
        Assert.Equal("""{"status":[],"deep":{"a":[1,2.50,null]}}""", read.GetProperty("value").GetRawText());
        Assert.Equal(At(second), At(read));
        Assert.Equal("404 notFound", await InShortAsync(http, HttpMethod.Get, $"draft/{name}"));
        Assert.Equal("404 notFound", await InShortAsync(other, HttpMethod.Get, $"view/{name}"));

        await PutAsync(other, $"view/{name}", """{"value":{"other":true}}""");
        Assert.Equal("204", await InShortAsync(other, HttpMethod.Delete, $"view/{name}"));
        Assert.Equal("404 notFound", await InShortAsync(other, HttpMethod.Delete, $"view/{name}"));
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Get, $"view/{name}"));
    }

    [Fact]
    public async Task The_list_is_by_name_of_a_kind_or_all_with_what_is_short()
    {
        var (http, _) = await SomebodyAsync();
        await PutAsync(http, "view/b", """{"value":{"a":1}}""");
        await PutAsync(http, "view/a", $$$"""{"value":{"long":"{{{new string('д', 2000)}}}"}}""");
        await PutAsync(http, "snooze/c", """{"value":{"until":"2027-01-01"}}""");

        var all = await new ParkClient.ParkClient(http).ListAsync(Root, 1).ToListAsync();
        Assert.Equal(["a", "b", "c"], all.Select(kept => kept.GetProperty("name").GetString()));
        Assert.Equal(
            [null, """{"a":1}""", """{"until":"2027-01-01"}"""],
            all.Select(kept => kept.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Object
                ? value.GetRawText() : null));
        var views = await http.GetFromJsonAsync<JsonElement>($"{Root}?kind=view");
        Assert.Equal(2, views.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("view/a", """{"value":1}""", "400 value")]
    [InlineData("view/a", """{"value":null}""", "400 value")]
    [InlineData("view/a", """{"value":[]}""", "400 value")]
    [InlineData("view/a", """{"value":{"half":"\ud83d"}}""", "400 value")]
    [InlineData("view/a", """{"value":{"\udc00":1}}""", "400 value")]
    [InlineData("view/a", """{"status":[]}""", "400 status")]
    [InlineData("view/a", """{}""", "400 value")]
    [InlineData("view/a", """[]""", "400 body")]
    [InlineData("view/%20", """{"value":{}}""", "400 name")]
    [InlineData("view/a%2Fb", """{"value":{}}""", "400 name")]
    [InlineData("view/a%07b", """{"value":{}}""", "400 name")]
    [InlineData("view/50%25", """{"value":{}}""", "400 name")]
    [InlineData("view/a;b", """{"value":{}}""", "400 name")]
    [InlineData("filter/a", """{"value":{}}""", "400 kind")]
    [InlineData("View/a", """{"value":{}}""", "400 kind")]
    [InlineData("0/a", """{"value":{}}""", "400 kind")]
    public async Task What_cannot_be_kept_is_refused_by_field(string path, string body, string refusal)
    {
        var (http, person) = await SomebodyAsync();
        Assert.Equal(refusal, await InShortAsync(http, HttpMethod.Put, path, body));
        Assert.Equal(0, await identity.CountAsync("kept where person_id = $1", person));
    }

    [Fact]
    public async Task Names_values_and_how_many_of_a_kind_have_their_bounds()
    {
        var (http, person) = await SomebodyAsync();
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, $"draft/{new string('я', 200)}", Text(1)));
        Assert.Equal("400 name", await InShortAsync(http, HttpMethod.Put, $"draft/{new string('я', 201)}", Text(1)));
        // {"a":""} has eight bytes.
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, "draft/long", Text((64 * 1024) - 8)));
        Assert.Equal("400 value", await InShortAsync(http, HttpMethod.Put, "draft/long", Text((64 * 1024) - 7)));
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, "draft/deep", Nested(32)));
        Assert.Equal("400 value", await InShortAsync(http, HttpMethod.Put, "draft/deep", Nested(33)));
        await identity.ScalarAsync<long>(
            """
            with made as (insert into kept (id, person_id, kind, name, value, changed_at)
                select gen_random_uuid(), $1, 'View', number::text, '{}', now() from generate_series(1, 198) number
                returning 1)
            select count(*) from made
            """,
            person);
        var last = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            number => InShortAsync(http, HttpMethod.Put, $"view/last {number}", Text(1))));

        Assert.Equal(2, last.Count(answer => answer == "200"));
        Assert.Equal(4, last.Count(answer => answer == "409 keptFull"));
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, "view/1", Text(5)));
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, "setting/1", Text(5)));
        Assert.Equal("204", await InShortAsync(http, HttpMethod.Delete, "view/2"));
        Assert.Equal("200", await InShortAsync(http, HttpMethod.Put, "view/new", Text(5)));
    }

    [Fact]
    public async Task Drafts_are_forgotten_90_days_after_their_last_change_and_nothing_else_is()
    {
        var (http, person) = await SomebodyAsync();
        foreach (var path in (string[])["draft/old", "draft/new", "view/old"])
        {
            await PutAsync(http, path, Text(1));
        }

        await identity.ScalarAsync<long>(
            """
            with aged as (update kept set changed_at = now() - interval '91 days'
                where person_id = $1 and name = 'old' returning 1)
            select count(*) from aged
            """,
            person);

        await Eventually.TrueAsync("the old draft is gone", async () =>
            await identity.CountAsync("kept where person_id = $1 and kind = 'Draft'", person) == 1);
        Assert.Equal(
            "new,old", await identity.ScalarAsync<string>(
                "select string_agg(name, ',' order by name) from kept where person_id = $1", person));
    }

    [Fact]
    public async Task It_is_in_the_copy_of_ones_data_and_nowhere_once_the_person_is_erased()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        using var http = identity.As(Roles.Founder, person);
        var word = $"w{Guid.CreateVersion7():N}";
        await PutAsync(http, $"draft/{word}", $$$"""{"value":{"typed":"{{{word}}}"}}""");
        await using (var archive = new ZipArchive(await http.GetStreamAsync($"{identity.Root}/me/data")))
        {
            await using var file = await archive.GetEntry("identity.json")!.OpenAsync();
            var copy = await JsonSerializer.DeserializeAsync<JsonElement>(file);
            var kept = Assert.Single(copy.GetProperty("kept").EnumerateArray());
            Assert.Equal(word, kept.GetProperty("value").GetProperty("typed").GetString());
        }

        const string data = "/identity/account/data";
        await visitor.SubmitAsync(
            data, new() { ["Password"] = IdentityFixture.Password, ["Sure"] = "true" }, $"{data}?handler=Erase");

        Assert.Equal("", await identity.TablesWithAsync(word));
        Assert.Equal("404 notFound", await InShortAsync(http, HttpMethod.Put, "draft/again", Text(1)));
    }

    [Fact]
    public async Task The_audit_says_nothing_of_it()
    {
        var (http, person) = await SomebodyAsync();
        var word = $"w{Guid.CreateVersion7():N}";
        await PutAsync(http, $"setting/{word}", Text(1));
        Assert.Equal("404 notFound", await InShortAsync(http, HttpMethod.Delete, $"view/{word}"));

        await Eventually.TrueAsync("the refusal is told", async () => await identity.CountAsync(
            "audit where actor = $1 and status = 404 and operation = 'RemoveKept'", person.ToString()) == 1);
        Assert.Equal("kept", await identity.TablesWithAsync(word));
        Assert.Equal(0, await identity.CountAsync(
            "audit where actor = $1 and outcome = 'done' and operation = 'PutKept'", person.ToString()));
    }

    private async Task<(HttpClient Http, Guid Person)> SomebodyAsync(Roles role = Roles.Founder)
    {
        var (_, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        return (identity.As(role, person), person);
    }

    private async Task<JsonElement> PutAsync(HttpClient http, string path, string body)
    {
        using var answer = await http.PutAsync($"{Root}/{path}", Json(body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<string> InShortAsync(HttpClient http, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Root}/{path}");
        request.Content = body is null ? null : Json(body);
        using var answer = await http.SendAsync(request);
        return await answer.InShortAsync();
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static string Text(int length) => $$$"""{"value":{"a":"{{{new string('a', length)}}}"}}""";

    /// <param name="levels">Of objects, the value itself among them.</param>
    private static string Nested(int levels) => string.Concat(
        Enumerable.Repeat("{\"a\":", levels - 1).Prepend("{\"value\":").Append("{}").Append(new string('}', levels)));

    private static DateTimeOffset At(JsonElement kept) => kept.GetProperty("changedAt").GetDateTimeOffset();
}

using Microsoft.Extensions.DependencyInjection;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Tests;

public sealed class AuditTests(SampleFixture sample)
{
    private const string Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task A_change_is_told_with_who_when_where_from_before_and_after_and_without_words()
    {
        var trace = System.Diagnostics.ActivityTraceId.CreateRandom().ToString();
        var id = await SayAsync("Анна Первая");
        using var paint = Paint(id, "*", "Пётр Второй", "green");
        paint.Headers.Add("X-Forwarded-For", "203.0.113.9");
        paint.Headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-01");
        using var answer = await sample.Http.SendAsync(paint);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var entries = await ReadAsync($"thing={id}");
        Assert.Equal(["Paint", "Say"], entries.Select(entry => Text(entry, "operation")));
        var change = entries[0];
        Assert.Equal(
            (sample.Founder.ToString(), "founder", "203.0.113.9", "sample", "done", "kit"),
            (Text(change, "actor"), Text(change, "roles"), Text(change, "address"), Text(change, "thingType"),
                Text(change, "outcome"), Text(change, "service")));
        Assert.Equal(trace, Text(change, "traceId"));
        Same("""{"coats":0,"colour":null,"price":{"amount":"1.0000","currency":"RUB"},"painters":[]}""",
            change.GetProperty("before"));
        Same($$"""
            {"coats":1,"colour":"green","name":"changed","price":{"amount":"2.0000","currency":"RUB"},
                "painters":["{{sample.Founder}}"]}
            """, change.GetProperty("after"));
        Same("""{"coats":0,"name":"changed","price":{"amount":"1.0000","currency":"RUB"},"painters":[]}""",
            entries[1].GetProperty("after"));
        Assert.Equal(0, await sample.CountAsync("select count(*) from audit where audit::text ~ 'Анна|Пётр'"));
    }

    [Fact]
    public async Task A_change_that_is_not_saved_is_not_told()
    {
        var id = await SayAsync("unsaved");
        using var stale = Paint(id, "\"1\"", "again", "red");
        using var refused = await sample.Http.SendAsync(stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        Assert.Equal(
            1, await sample.CountAsync("select count(*) from audit where target_id = $1 and outcome = 'done'", id));
    }

    [Fact]
    public async Task A_reaction_is_told_as_the_deed_of_the_service_that_said_the_event()
    {
        var message = SampleFixture.Fact($"react {Guid.CreateVersion7()}");
        await sample.PublishAsync(message, Guid.CreateVersion7(), Traceparent);
        await Eventually.TrueAsync("it had its effect", async () => await sample.EffectsAsync(message.CompanyId) == 1);
        const string told = """
            select a.actor || ' ' || a.operation || ' ' || coalesce(a.address, '-') || ' ' || a.trace_id
            from audit a join samples s on s.id = a.target_id where s.name = $1
            """;
        Assert.Equal(
            $"registry companyRegistered - {Traceparent.Split('-')[1]}", await sample.ReadAsync(told, message.Name));
    }

    [Fact]
    public async Task An_address_is_believed_from_the_gateway_and_from_nobody_else()
    {
        foreach (var (from, seen) in new[] { ("127.0.0.1", "203.0.113.10"), ("::ffff:127.0.0.1", "203.0.113.10"),
            ("198.51.100.1", "198.51.100.1") })
        {
            var thing = Guid.CreateVersion7();
            await sample.Server(0).SendAsync(context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(from);
                context.Request.Method = "POST";
                context.Request.Path = $"/api/kit/v1/samples/{thing}/paint";
                context.Request.Headers["X-Forwarded-For"] = "203.0.113.10";
            });
            Assert.Equal(seen, Text(await EntryAsync($"thing={thing}"), "address"));
        }
    }

    [Fact]
    public async Task Operators_read_page_by_page_and_export_everything()
    {
        var id = await SayAsync("pages");
        for (var coat = 0; coat < 4; coat++)
        {
            using var paint = Paint(id, "*", "pages", $"colour {coat}");
            using var painted = await sample.Http.SendAsync(paint);
        }

        var read = new List<string>();
        string? cursor = null;
        do
        {
            var page = await GetAsync($"?thing={id}&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            read.AddRange(page.GetProperty("items").EnumerateArray().Select(entry => Text(entry, "id")!));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (cursor is not null);

        var export = await sample.Http.GetStringAsync(
            new Uri($"/ops/audit/export?thing={id}&actor={sample.Founder}&outcome=done", UriKind.Relative));
        var lines = export.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))
            .ToList();
        Assert.Equal(5, read.Distinct().Count());
        Assert.Equal(read.Order(), lines.Select(line => Text(line, "id")));
        Assert.Empty(await ReadAsync($"thing={id}&actor=somebody"));
        var at = Uri.EscapeDataString(lines[2].GetProperty("at").GetDateTimeOffset().ToString("O"));
        Assert.Equal(3, (await ReadAsync($"thing={id}&from={at}")).Count);
        Assert.Equal(2, (await ReadAsync($"thing={id}&to={at}")).Count);
    }

    [Fact]
    public async Task An_entry_that_cannot_be_written_takes_no_other_with_it()
    {
        var (writer, thing, now) = (sample.Services(0).GetRequiredService<AuditWriter>(), Guid.CreateVersion7(),
            TimeProvider.System.GetUtcNow());
        for (var number = 0; number < 20; number++)
        {
            writer.Post(new AuditEntry(Guid.CreateVersion7(), now, "test", "told", TargetId: thing,
                After: number == 7 ? "no JSON" : null));
        }

        await Eventually.TrueAsync("the others", async () => (await ReadAsync($"thing={thing}")).Count == 19);
        writer.Post(new AuditEntry(Guid.CreateVersion7(), now, "test", "told"));
        await Eventually.TrueAsync("that it is not there", async () => await sample.CountAsync(
            "select count(*) from audit where outcome = 'lost' and at >= $1 and after->>'count' = '1'", now) == 1);
    }

    [Fact]
    public async Task Without_the_key_nobody_reads()
    {
        using var http = sample.Replica(0);
        http.DefaultRequestHeaders.Remove("X-Operations-Key");
        foreach (var path in new[] { "/ops/audit", "/ops/audit/export" })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private async Task<Guid> SayAsync(string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/kit/v1/samples")
        {
            Content = SampleFixture.Json(JsonSerializer.Serialize(new { name }, JsonSerializerOptions.Web)),
            Headers = { { "Idempotency-Key", $"{Guid.CreateVersion7()}" } },
        };
        using var response = await sample.Http.SendAsync(request);
        return JsonSerializer.Deserialize<Guid>(await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Paint(Guid id, string ifMatch, string name, string colour)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/api/kit/v1/samples/{id}/paint")
        {
            Content = SampleFixture.Json(JsonSerializer.Serialize(new { name, colour }, JsonSerializerOptions.Web)),
        };
        request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return request;
    }

    private async Task<JsonElement> EntryAsync(string filter) => (await Eventually.GetAsync(
        $"there is an entry with {filter}", () => ReadAsync(filter)!, entries => entries.Count > 0))[0];

    private async Task<List<JsonElement>> ReadAsync(string filter) =>
        [.. (await GetAsync($"?{filter}")).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> GetAsync(string query) =>
        JsonElement.Parse(await sample.Http.GetStringAsync(new Uri($"/ops/audit{query}", UriKind.Relative)));

    private static string? Text(JsonElement entry, string name) => entry.TryGetProperty(name, out var value)
        ? value.ToString() : null;

    private static void Same(string expected, JsonElement actual) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), actual), $"Expected {expected}, was {actual}");
}

using System.Text;
using RabbitMQ.Client;

namespace Technopark.ServiceKit.Tests;

public sealed class OutboxPublisherTests(SampleFixture sample)
{
    [Fact]
    public async Task Any_subscriber_gets_the_event_as_json_with_cloudevents_headers()
    {
        var queue = await SubscribeAsync();
        var id = await SayAsync("wire");
        var message = await Eventually.GetAsync(
            "the event", () => sample.Channel.BasicGetAsync(queue, autoAck: true), got => Name(got) == "wire");
        var body = JsonSerializer.Deserialize<JsonElement>(message.Body.Span);
        Assert.Equal(id, body.GetProperty("companyId").GetGuid());
        Assert.Equal(1, body.GetProperty("version").GetInt64());
        Assert.Equal("application/json", message.BasicProperties.ContentType);
        Assert.True(message.BasicProperties.Persistent);
        Assert.Equal("1.0", Header(message, "cloudEvents:specversion"));
        Assert.Equal(SampleFixture.Said, Header(message, "cloudEvents:type"));
        Assert.Equal("/technopark/registry", Header(message, "cloudEvents:source"));
        Assert.Equal(message.BasicProperties.MessageId, Header(message, "cloudEvents:id"));
        Assert.Equal(id.ToString(), Header(message, "cloudEvents:subject"));
        Assert.Equal(id.ToString(), Header(message, "cloudEvents:companyid"));
        Assert.True(DateTimeOffset.TryParse(Header(message, "cloudEvents:time"), out _));
    }

    [Fact]
    public async Task Writes_of_both_replicas_are_published_once_each()
    {
        var queue = await SubscribeAsync();
        var prefix = Guid.CreateVersion7().ToString("N");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => SayAsync($"{prefix} {i}", replica: i % 2)));
        var names = new List<string>();
        await Eventually.TrueAsync("a hundred events", async () =>
        {
            while (await sample.Channel.BasicGetAsync(queue, autoAck: true) is { } message)
            {
                names.Add(Name(message));
            }

            return names.Count(name => name.StartsWith(prefix, StringComparison.Ordinal)) >= 100;
        });
        Assert.Equal(100, names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal(100, names.Count(name => name.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_the_broker_refuses_is_parked_and_redriven_and_the_rest_goes_on()
    {
        // A full queue that refuses makes the broker answer nack.
        var full = $"full_{Guid.CreateVersion7():N}";
        await sample.Channel.QueueDeclareAsync(full, durable: false, exclusive: false, autoDelete: true,
            new Dictionary<string, object?> { ["x-max-length"] = 0, ["x-overflow"] = "reject-publish" });
        await sample.Channel.QueueBindAsync(full, SampleFixture.Said, "");
        var id = await SayAsync("refused");
        await Eventually.TrueAsync("a failed event", async () => await sample.CountAsync(
            $"{Refused} and failed_at is not null", id) == 1);
        var counts = await sample.Http.GetFromJsonAsync<JsonElement>("/ops/messages");
        Assert.True(counts.GetProperty("parked").GetInt64() >= 1);

        await sample.Channel.QueueDeleteAsync(full);
        using var redriven = await sample.Http.PostAsync(new Uri("/ops/messages/redrive", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.OK, redriven.StatusCode);
        await Eventually.TrueAsync("the event sent", async () => await sample.CountAsync(Refused, id) == 0);
    }

    [Fact]
    public async Task What_closes_the_channel_is_found_and_charged_while_the_rest_goes_on()
    {
        // More than the park's broker takes in one message: it closes the channel under all that is on it.
        var queue = await SubscribeAsync();
        var closing = Guid.CreateVersion7();
        await sample.ReadAsync(
            "insert into outbox (id, type, subject, time, data) values ($1, $2, $1, now(), $3)",
            closing, SampleFixture.Said, new string('x', (1024 * 1024) + 1));
        var said = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => SayAsync($"beside {i}")));
        await Eventually.TrueAsync("it is set aside", async () =>
            await sample.CountAsync($"{Refused} and failed_at is not null", closing) == 1);
        await Eventually.TrueAsync("the others arrived", async () =>
            await sample.Channel.MessageCountAsync(queue) >= said.Length);
        Assert.Equal(0, await sample.CountAsync(
            "select count(*) from event_failure join event_log using (sequence) where subject = any($1)", said));
        await sample.ReadAsync("delete from event_failure");
    }

    [Fact]
    public async Task An_event_larger_than_any_broker_takes_is_refused_at_the_write()
    {
        using var refused = await PostAsync(
            JsonSerializer.Serialize(new { name = new string('x', 300_000) }), Guid.CreateVersion7().ToString(), 0);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("eventTooLarge", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_request_leaves_its_key_free()
    {
        var key = Guid.CreateVersion7().ToString();
        using var missing = await PostAsync("""{"nme":"x"}""", key, 0);
        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        using var created = await PostAsync("""{"name":"x"}""", key, 0);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
    }

    [Fact]
    public async Task A_request_that_failed_after_its_commit_is_repeated_without_a_second_effect()
    {
        var key = Guid.CreateVersion7().ToString();
        using var failed = await PostAsync("""{"name":"fails after"}""", key, 0);
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        using var repeated = await PostAsync("""{"name":"fails after"}""", key, 1);
        Assert.Equal(HttpStatusCode.Created, repeated.StatusCode);
        var id = await repeated.Content.ReadFromJsonAsync<Guid>();
        Assert.Equal(1, await sample.CountAsync("select count(*) from events where subject = $1", id));
    }

    private const string Refused =
        "select count(*) from event_failure join event_log using (sequence) where subject = $1";

    private async Task<string> SubscribeAsync()
    {
        var queue = await sample.Channel.QueueDeclareAsync();
        await sample.Channel.QueueBindAsync(queue.QueueName, SampleFixture.Said, "");
        return queue.QueueName;
    }

    private async Task<Guid> SayAsync(string name, int replica = 0)
    {
        using var answer =
            await PostAsync(JsonSerializer.Serialize(new { name }), Guid.CreateVersion7().ToString(), replica);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<Guid>();
    }

    private async Task<HttpResponseMessage> PostAsync(string json, string key, int replica)
    {
        using var request =
            new HttpRequestMessage(HttpMethod.Post, "/api/kit/v1/samples") { Content = SampleFixture.Json(json) };
        request.Headers.Add("Idempotency-Key", key);
        return await sample.Replica(replica).SendAsync(request);
    }

    private static string Name(BasicGetResult message) =>
        JsonSerializer.Deserialize<JsonElement>(message.Body.Span).GetProperty("reason").GetString()!;

    private static string? Header(BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) == true
            ? Encoding.UTF8.GetString((byte[])value!) : null;
}

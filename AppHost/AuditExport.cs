using System.Text.Json;

namespace Technopark.AppHost;

/// <summary>Prints the audit of a running park: what all its services recorded, as one stream, oldest first.</summary>
internal static class AuditExport
{
    private static readonly string[] Columns =
    [
        "at", "service", "actor", "roles", "address", "operation", "thingType", "thing", "outcome", "status", "code", "traceId", "id", "before", "after",
    ];

    /// <param name="wanted">State directory, then pairs: --service, --format, and the filters of a service's export.</param>
    public static async Task<int> PrintAsync(string[] wanted)
    {
        if (await RunningSite.TryReadAsync(wanted[0]) is not { } running)
        {
            return 1;
        }

        var options = wanted[1..].Chunk(2).ToDictionary(pair => pair[0].TrimStart('-'), pair => pair[1]);
        options.Remove("service", out var only);
        options.Remove("format", out var format);
        // Replicas share a database: one of them speaks for all.
        var centres = running.Park.Resources.Where(process => process.Endpoints.ContainsKey("grpc") && (only is null || process.Name == only))
            .DistinctBy(process => process.Name).ToArray();
        if (centres.Length == 0)
        {
            return RunningSite.Fail($"This park has no {only}.");
        }

        var query = string.Join('&', options.Select(option => $"{option.Key}={Uri.EscapeDataString(option.Value)}"));
        try
        {
            await MergeAsync(centres.Select(centre => ReadAsync(running, centre, query)), format == "csv");
            return 0;
        }
        catch (HttpRequestException e)
        {
            return RunningSite.Fail(e.Message);
        }
    }

    private static async Task MergeAsync(IEnumerable<IAsyncEnumerable<Line>> services, bool csv)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        if (csv)
        {
            await output.WriteLineAsync(string.Join(',', Columns));
        }

        // The next line of each service, the oldest in front.
        var next = new PriorityQueue<IAsyncEnumerator<Line>, string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            await AdvanceAsync(service.GetAsyncEnumerator());
        }

        while (next.TryDequeue(out var oldest, out _))
        {
            await output.WriteLineAsync(csv ? Csv(oldest.Current.Text) : oldest.Current.Text);
            await AdvanceAsync(oldest);
        }

        async Task AdvanceAsync(IAsyncEnumerator<Line> service)
        {
            if (await service.MoveNextAsync())
            {
                next.Enqueue(service, service.Current.Id);
            }
        }
    }

    private static async IAsyncEnumerable<Line> ReadAsync(RunningSite running, ParkFile.Process centre, string query)
    {
        using var http = await running.OperateAsync(centre.Name);
        using var answer = await http.GetAsync(
            new Uri($"{centre.Endpoints["http"]}/ops/audit/export?{query}"), HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
        {
            throw new HttpRequestException($"{centre.Name}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            // Its first digits are the time: the order in which the service sends them.
            yield return new Line(JsonElement.Parse(line).GetProperty("id").GetString()!, line);
        }
    }

    private static string Csv(string line)
    {
        var entry = JsonElement.Parse(line);
        return string.Join(',', Columns.Select(column => entry.TryGetProperty(column, out var value) ? Quote(value) : ""));
    }

    private static string Quote(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.ValueKind == JsonValueKind.Null ? "" : value.GetRawText();
        // What begins like a formula is none: a spreadsheet must not run it.
        text = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return text.AsSpan().ContainsAny(",\"\n\r") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }

    private sealed record Line(string Id, string Text);
}

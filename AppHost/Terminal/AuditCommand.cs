using System.Text.Json;

namespace Technopark.Terminal;

/// <summary>Prints the audit of a running park: what all its services recorded, as one stream, oldest first.</summary>
internal static class AuditCommand
{
    private static readonly string[] Columns =
    [
        "at", "service", "actor", "roles", "address", "operation", "thingType", "thing", "outcome", "status", "code",
        "traceId", "id", "before", "after",
    ];

    // What a service's export is asked for, by the option that says it.
    private static readonly (string Name, Option<string> Option)[] Filters =
        [("actor", Options.Actor), ("thing", Options.Thing), ("from", Options.Since)];

    public static Command Create()
    {
        var command = new Command("audit")
        {
            Options.State, Options.Service, Options.Actor, Options.Thing, Options.Since, Options.Format,
        };
        command.SetAction((parsed, _) => PrintAsync(
            Options.StateOf(parsed), parsed.GetValue(Options.Service), parsed.GetValue(Options.Format) == "csv",
            string.Join('&', Filters.Where(filter => parsed.GetValue(filter.Option) is not null)
                .Select(filter => $"{filter.Name}={Uri.EscapeDataString(Full(parsed.GetValue(filter.Option)!))}"))));
        return command;
    }

    /// <summary>A day begins at midnight; a time without an offset is in UTC. Services are told both in full.</summary>
    private static string Full(string value) =>
        value is [_, _, _, _, '-', _, _, '-', ..] && DateTimeOffset.TryParse(
            value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) : value;

    private static async Task PrintAsync(string state, string? only, bool csv, string query)
    {
        var running = await RunningInstance.ReadAsync(state);
        // Replicas share a database: one of them speaks for all.
        var services = running.Manifest.Resources
            .Where(resource => resource.Endpoints.ContainsKey("grpc") && (only is null || resource.Name == only))
            .DistinctBy(resource => resource.Name).ToArray();
        if (services.Length == 0)
        {
            throw new CommandException($"This park has no {only}.");
        }

        await MergeAsync(services.Select(service => ReadAsync(running, service, query)), csv);
    }

    private static async Task MergeAsync(IEnumerable<IAsyncEnumerable<string>> services, bool csv)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        if (csv)
        {
            await output.WriteLineAsync(string.Join(',', Columns));
        }

        // The next line of each service, the oldest in front: the first digits of its id are the time.
        var next = new PriorityQueue<IAsyncEnumerator<string>, string>(StringComparer.Ordinal);
        foreach (var service in services)
        {
            await AdvanceAsync(service.GetAsyncEnumerator());
        }

        while (next.TryDequeue(out var oldest, out _))
        {
            await output.WriteLineAsync(csv ? Csv(oldest.Current) : oldest.Current);
            await AdvanceAsync(oldest);
        }

        async Task AdvanceAsync(IAsyncEnumerator<string> service)
        {
            if (await service.MoveNextAsync())
            {
                next.Enqueue(service, JsonElement.Parse(service.Current).GetProperty("id").GetString()!);
            }
        }
    }

    private static async IAsyncEnumerable<string> ReadAsync(
        RunningInstance running, RuntimeManifest.Resource service, string query)
    {
        using var http = await running.OperateAsync(service.Name);
        using var answer = await http.GetAsync(
            new Uri(service.Endpoints["http"], $"/ops/audit/export?{query}"), HttpCompletionOption.ResponseHeadersRead);
        if (!answer.IsSuccessStatusCode)
        {
            var reason = await answer.Content.ReadAsStringAsync();
            throw new CommandException($"{service.Name}: {(int)answer.StatusCode} {reason}");
        }

        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line)
        {
            yield return line;
        }
    }

    private static string Csv(string line)
    {
        var entry = JsonElement.Parse(line);
        return string.Join(',', Columns.Select(name => entry.TryGetProperty(name, out var value) ? Quote(value) : ""));
    }

    private static string Quote(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null => "",
            _ => value.GetRawText(),
        };
        // What begins like a formula is none: a spreadsheet must not run it.
        text = text is ['=' or '+' or '-' or '@', ..] ? $"'{text}" : text;
        return text.AsSpan().ContainsAny(",\"\n\r")
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}

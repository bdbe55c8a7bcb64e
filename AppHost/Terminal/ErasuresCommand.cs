using System.Net.Http.Json;

namespace Technopark.Terminal;

/// <summary>Prints who was erased, by ids alone; erases them again in a park restored from an older backup.</summary>
internal static class ErasuresCommand
{
    public static Command Create()
    {
        var command = new Command("erasures") { Options.State, Options.Repeat };
        command.SetAction((parsed, ct) => RunAsync(Options.StateOf(parsed), parsed.GetValue(Options.Repeat), ct));
        return command;
    }

    private static async Task RunAsync(string state, string? list, CancellationToken ct)
    {
        var running = await RunningInstance.ReadAsync(state);
        using var http = await running.OperateAsync("identity");
        var address = running.Identity("/ops/erasures");
        var people = list is null ? (await http.GetFromJsonAsync<Guid[]>(address, ct))! : Read(list);
        foreach (var person in people)
        {
            using var answer = list is null ? null : await http.PutAsync(new Uri($"{address}/{person}"), null, ct);
            if (answer is { IsSuccessStatusCode: false })
            {
                throw await CommandException.OfAsync(answer.Content, ct);
            }

            Console.WriteLine(person);
        }
    }

    /// <summary>All of it is read before anybody is erased.</summary>
    private static Guid[] Read(string list) => [.. File.ReadAllLines(list).Index().Select(line =>
        Guid.TryParse(line.Item, out var person) ? person : throw new CommandException(
            FormattableString.Invariant($"technopark: line {line.Index + 1} of {list} is not an id")))];
}

using Technopark.ServiceDefaults;
using Xunit;

namespace Technopark.TestKit;

/// <summary>What things say of others by their ids, held against what they call them.</summary>
public abstract partial class AccessMatrix<TProgram>
{
    /// <summary>True where answers of the service name things by ids and by names.</summary>
    public bool HasNames => Readings.Any(operation => operation.NamedIds.Any(id => id.IsNamed));

    /// <summary>
    /// Reads every thing and finds it in every list in every role, as owner and as stranger: whoever is shown an id is
    /// shown its name.
    /// </summary>
    /// <returns>Where there was no name, a line each, and how many were told.</returns>
    public async Task<(string Violations, int Told)> NameViolationsAsync()
    {
        var (found, told) = (new List<string>(), 0);
        var strange = await (_strange ??= MakeAsync(Guid.CreateVersion7(), open: false));
        foreach (var theirs in new[] { await OpenAsync(), await (_closed ??= MakeAsync(Guid.CreateVersion7(), false)) })
        {
            foreach (var read in Readings.Where(one => one.NamedIds.Any()))
            {
                foreach (var (role, person) in RoleNames.All.SelectMany(
                    role => new[] { (role, theirs.Owner), (role, strange.Owner) }))
                {
                    using var http = centre.As(role, person);
                    var shown = await ShownAsync(http, read, theirs);
                    var names = shown is { } thing ? NamesIn(thing).ToArray() : [];
                    told += names.Count(one => one.IsTold);
                    found.AddRange(names.Where(one => !one.IsTold)
                        .Select(one => $"{read.Name} as {role}: {one.Name} is not told in {shown}"));
                }
            }
        }

        return (string.Join('\n', found), told);
    }

    /// <summary>Not what waits: it need not be there, and has tests of its own.</summary>
    private IEnumerable<Operation> Readings => Operation.Of(centre.Name).Where(one =>
        one.Method == HttpMethod.Get && !one.Path.EndsWith("/tasks", StringComparison.Ordinal));

    /// <summary>The thing, or its item of the list; null where it is not shown to this caller.</summary>
    private static async Task<JsonElement?> ShownAsync(HttpClient http, Operation read, OwnedResources theirs)
    {
        var path = read.PathTo(theirs.ThingOf(read));
        using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            return null;
        }

        if (!read.IsList)
        {
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }

        // What a list tells of one thing is that thing's in every item.
        var sought = theirs.ListedBy(read) is { } thing ? thing.ToString() : read.Collection is null ? null : "";
        var item = sought is null ? default : await new ParkClient.ParkClient(http)
            .ListAsync(path, 200).Take(ItemsAtMost)
            .FirstOrDefaultAsync(item => item.GetRawText().Contains(sought, StringComparison.Ordinal));
        return item.ValueKind == JsonValueKind.Object ? item : null;
    }

    /// <summary>Names that stand beside ids, in a thing and in its parts.</summary>
    private static IEnumerable<(string Name, bool IsTold)> NamesIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(NamesIn),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => NamesIn(member.Value)).Concat(
            from member in json.EnumerateObject()
            let name = NamedId.NameFor(member.Name)
            where name is not null && member.Value.ValueKind == JsonValueKind.String && json.TryGetProperty(name, out _)
            select (name, IsText(json.GetProperty(name)))),
        _ => [],
    };

    private static bool IsText(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(json.GetString());
}

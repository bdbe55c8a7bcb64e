using Technopark.ServiceDefaults;
using Xunit;

namespace Technopark.TestKit;

/// <summary>What things say that may be done with them, held against what then happens.</summary>
public abstract partial class AccessMatrix<TProgram>
{
    /// <summary>
    /// Reads every kind of thing in every role, as owner and as stranger. Each word of <c>allowed</c> must be a route
    /// of the thing that lets this caller in; a step that it leaves out must be refused.
    /// </summary>
    /// <returns>What was otherwise, a line each, and how many words were tried.</returns>
    public async Task<(string Violations, int Tried)> AllowedViolationsAsync()
    {
        var (found, tried) = (new List<string>(), 0);
        var strange = await (_strange ??= MakeAsync(Guid.CreateVersion7(), open: false));
        foreach (var theirs in new[] { await OpenAsync(), await (_closed ??= MakeAsync(Guid.CreateVersion7(), false)) })
        {
            foreach (var read in Operation.Of(centre.Name).Where(one => one.Method == HttpMethod.Get
                && one.Path.EndsWith('}') && theirs.All.ContainsKey(one.Collection ?? "")))
            {
                foreach (var caller in RoleNames.All.SelectMany(
                    role => new[] { (role, theirs.Owner), (role, strange.Owner) }))
                {
                    tried += await TryAllowedAsync(read, theirs, caller, found);
                }
            }
        }

        return (string.Join('\n', found), tried);
    }

    private async Task<int> TryAllowedAsync(
        Operation read, OwnedResources theirs, (Roles Role, Guid Person) caller, List<string> found)
    {
        using var http = centre.As(caller.Role, caller.Person);
        using var shown = await http.GetAsync(read.PathTo(theirs.ThingOf(read)));
        if (!shown.IsSuccessStatusCode || !(await shown.Content.ReadFromJsonAsync<JsonElement>())
            .TryGetProperty("allowed", out var allowed))
        {
            return 0;
        }

        var words = WordsOf(allowed);
        if (await ListedAsync(http, read, theirs) is { } listed && !WordsOf(listed).SetEquals(words))
        {
            found.Add($"{read.Name} as {caller.Role}: the list says {listed}, the thing {allowed}");
        }

        var steps = Operation.Of(centre.Name).Where(step => step.Method == HttpMethod.Post
            && step.Path[..step.Path.LastIndexOf('/')].Split('{')[0] == read.Path.Split('{')[0]
            && step.Path.Count(letter => letter == '/') == read.Path.Count(letter => letter == '/') + 1).ToArray();
        found.AddRange(
            words.Except(steps.Select(step => step.Last)).Select(word => $"{read.Name}: {word} is no route"));
        foreach (var step in steps.Where(step => step.IsTransition || !words.Contains(step.Last)))
        {
            var isAllowed = words.Contains(step.Last);
            using var request = theirs.Request(step, theirs);
            if (!isAllowed)
            {
                request.Headers.Remove("If-Match");
                request.Headers.TryAddWithoutValidation("If-Match", "*");
            }

            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            // A stale state is told once it is clear that the caller may.
            if (isAllowed ? answer.StatusCode != HttpStatusCode.PreconditionFailed : answer.IsSuccessStatusCode)
            {
                found.Add($"{step.Name} as {caller.Role}, {(caller.Person == theirs.Owner ? "owner" : "stranger")}: "
                    + $"{(isAllowed ? "allowed" : "not allowed")}, answered {(int)answer.StatusCode}");
            }
        }

        return steps.Length;
    }

    private static HashSet<string> WordsOf(JsonElement allowed) =>
        [.. allowed.EnumerateArray().Select(word => word.GetString()!)];

    /// <summary>What the list of such things says is allowed with this one; null where it says nothing.</summary>
    private async Task<JsonElement?> ListedAsync(HttpClient http, Operation read, OwnedResources theirs)
    {
        var path = read.Path[..read.Path.LastIndexOf('/')];
        var thing = theirs.All[read.Collection!].ToString();
        if (!Operation.Of(centre.Name).Any(one => one.IsList && one.Path == path))
        {
            return null;
        }

        var item = await new ParkClient.ParkClient(http).ListAsync(path, 200).Take(ItemsAtMost)
            .FirstOrDefaultAsync(item => item.GetProperty("id").GetString() == thing);
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty("allowed", out var allowed)
            ? allowed : null;
    }
}

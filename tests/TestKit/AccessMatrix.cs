using Technopark.ServiceDefaults;
using Xunit;

namespace Technopark.TestKit;

/// <summary>
/// Tries operations as nobody, and in every role as the owner of things and as a stranger to them, and holds the
/// answers against the access table. Each is tried twice: on things that are open to others, and on things that are
/// not.
/// </summary>
public abstract partial class AccessMatrix<TProgram>(CentreFixture<TProgram> centre)
    where TProgram : class
{
    private const int ItemsAtMost = 10_000;

    private Task<OwnedResources>? _closed, _open, _strange;

    private enum Expected
    {
        NotSignedIn,
        NotInThisRole,

        /// <summary>As if there were no such thing.</summary>
        NotTheirs,
        Reached,
    }

    /// <summary>True where the service has things that go from state to state.</summary>
    public bool HasSteps => Operation.Of(centre.Name).Any(operation => operation.IsTransition);

    /// <summary>Gives a person one thing of each kind.</summary>
    /// <param name="owner">The person; another one where the service itself makes people.</param>
    /// <param name="open">True for things that others may know of, where there are such.</param>
    protected abstract Task<OwnedResources> MakeAsync(Guid owner, bool open);

    /// <summary>Makes the thing again that an operation is about to remove.</summary>
    protected virtual Task RestoreAsync(Operation operation, OwnedResources theirs) =>
        throw new NotSupportedException($"{operation}: say how the thing is made again in this test's resources.");

    /// <summary>The service as somebody who has every role uses it.</summary>
    public HttpClient Http => centre.Http;

    /// <summary>One thing of each kind, of one person, open to others.</summary>
    public Task<OwnedResources> OpenAsync() => _open ??= MakeAsync(Guid.CreateVersion7(), open: true);

    /// <summary>An operation of the service.</summary>
    public Operation OperationOf(string name) => Operation.Of(centre.Name).Single(known => known.Name == name);

    /// <summary>The service as somebody in these roles uses it.</summary>
    protected ParkClient.ParkClient As(Roles roles, Guid person) => new(centre.As(roles, person));

    /// <summary>Tries one operation in every way.</summary>
    /// <returns>Where the answer was not what the table says, in words, a line each; nothing where all is
    /// well.</returns>
    public async Task<string> ViolationsAsync(string name)
    {
        var operation = OperationOf(name);
        var strange = await (_strange ??= MakeAsync(Guid.CreateVersion7(), open: false));
        var violations = new List<string?>();
        foreach (var isOpen in (bool[])[false, true])
        {
            var theirs = await (isOpen ? OpenAsync() : _closed ??= MakeAsync(Guid.CreateVersion7(), open: false));
            violations.Add(await TryAsync(operation, theirs, new(Roles.None, strange, theirs, isOpen)));
            foreach (var role in RoleNames.All)
            {
                violations.Add(await TryAsync(operation, theirs, new(role, theirs, theirs, isOpen)));
                // Who reaches what is open brings things of their own; with things of others they are refused.
                var brings = isOpen && operation.Open.HasFlag(role);
                violations.Add(
                    await TryAsync(operation, theirs, new(role, strange, brings ? strange : theirs, isOpen)));
                if (brings && operation.IsCreation && theirs.Names(operation))
                {
                    violations.Add(await TryAsync(operation, theirs, new(role, strange, theirs, isOpen)));
                }
            }
        }

        return string.Join('\n', violations.OfType<string>());
    }

    /// <param name="Caller">Who asks.</param>
    /// <param name="Body">Whose things the body names.</param>
    private sealed record Attempt(Roles Role, OwnedResources Caller, OwnedResources Body, bool IsOpen);

    private async Task<string?> TryAsync(Operation operation, OwnedResources theirs, Attempt attempt)
    {
        if (operation.Method == HttpMethod.Delete)
        {
            await RestoreAsync(operation, theirs);
        }

        using var http = centre.As(attempt.Role, attempt.Caller.Owner);
        using var request = theirs.Request(operation, attempt.Body);
        using var answer = await http.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var expected = Expect(operation, theirs, attempt);
        if (operation.IsList || !answer.IsSuccessStatusCode)
        {
            await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        }

        var whose = attempt.Caller == theirs ? "owner" : "stranger";
        var who = $"{operation.Name} as {attempt.Role}, {whose} of what is {(attempt.IsOpen ? "open" : "not open")}";
        if (!await FitsAsync(operation, expected, answer))
        {
            var text = await answer.Content.ReadAsStringAsync();
            return $"{who}: expected {expected}, was {(int)answer.StatusCode} {text}";
        }

        if (expected != Expected.Reached || !operation.IsList || theirs.ListedBy(operation) is not { } thing)
        {
            return null;
        }

        var shows = Sees(operation, attempt, isTheirs: attempt.Caller == theirs);
        return await ShowsAsync(http, request.RequestUri!.OriginalString, thing) == shows
            ? null
            : $"{who}: the list should {(shows ? "" : "not ")}show the thing";
    }

    private static Expected Expect(Operation operation, OwnedResources theirs, Attempt attempt)
    {
        if (operation.IsPublic)
        {
            return Expected.Reached;
        }

        if ((operation.Admitted & attempt.Role) == 0)
        {
            return attempt.Role == Roles.None ? Expected.NotSignedIn : Expected.NotInThisRole;
        }

        if (operation.IsPut || (operation.IsList && operation.Collection is null))
        {
            // A list may be asked for; what is in it is another question. Who puts something, puts it for themselves.
            return Expected.Reached;
        }

        var borrows = attempt.Caller != attempt.Body && !operation.All.HasFlag(attempt.Role) && theirs.Names(operation);
        return !borrows && Sees(operation, attempt, attempt.Caller == theirs || !theirs.Has(operation))
            ? Expected.Reached : Expected.NotTheirs;
    }

    private static bool Sees(Operation operation, Attempt attempt, bool isTheirs) =>
        operation.All.HasFlag(Roles.Anonymous) || operation.All.HasFlag(attempt.Role)
        || (operation.Own.HasFlag(attempt.Role) && isTheirs)
        || (operation.Open.HasFlag(attempt.Role) && attempt.IsOpen);

    private static async Task<bool> FitsAsync(Operation operation, Expected expected, HttpResponseMessage answer) =>
        operation.Statuses.Contains((int)answer.StatusCode) && expected switch
        {
            Expected.NotSignedIn => answer.StatusCode == HttpStatusCode.Unauthorized,
            Expected.NotInThisRole => answer.StatusCode == HttpStatusCode.Forbidden,
            Expected.NotTheirs => answer.StatusCode == HttpStatusCode.NotFound
                || (operation.IsList && await IsEmptyAsync(answer))
                || (operation.IsCreation
                    && (answer.StatusCode == HttpStatusCode.Forbidden || await IsUnknownAsync(answer))),
            _ when operation.Method == HttpMethod.Get || operation.IsPut => answer.StatusCode == HttpStatusCode.OK,
            _ when operation.IsTransition => answer.StatusCode == HttpStatusCode.PreconditionFailed,
            _ when operation.IsCreation => answer.StatusCode == HttpStatusCode.Created
                || (answer.StatusCode == HttpStatusCode.Conflict && !await IsUnknownAsync(answer)),
            _ => answer.StatusCode == HttpStatusCode.NoContent,
        };

    /// <summary>A list about what is not theirs may also be empty, as about what does not exist.</summary>
    private static async Task<bool> IsEmptyAsync(HttpResponseMessage answer) => answer.IsSuccessStatusCode
        && (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").GetArrayLength() == 0;

    /// <summary>What a body names and is not theirs is not known, as if there were no such thing.</summary>
    private static async Task<bool> IsUnknownAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString()!.EndsWith(
            "Unknown", StringComparison.Ordinal);

    private static async Task<bool> ShowsAsync(HttpClient http, string path, Guid thing) =>
        await new ParkClient.ParkClient(http).ListAsync(path, 200).Take(ItemsAtMost)
            .AnyAsync(item => item.GetRawText().Contains(thing.ToString(), StringComparison.Ordinal));
}

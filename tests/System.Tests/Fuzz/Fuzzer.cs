using System.Text.Json.Nodes;
using Technopark.ServiceDefaults;

namespace Technopark.SystemTests.Fuzz;

/// <summary>
/// Makes odd requests for an operation out of its description. None of them may change anything: a change names a state
/// that is not the present one, and a creation that might be good is spoiled by one more field.
/// </summary>
/// <param name="things">Things that there are.</param>
/// <param name="token">Of somebody in every role, so that the requests get as far as they can.</param>
/// <param name="stranger">Of a founder who has nothing.</param>
internal sealed class Fuzzer(OwnedResources things, string token, string stranger, string host)
{
    public IEnumerable<OddRequest> Requests(Operation operation) =>
        Addresses(operation).Concat(Queries(operation)).Concat(Headers(operation)).Concat(Bodies(operation))
            .Concat(Strangers(operation));

    private IEnumerable<OddRequest> Addresses(Operation operation) =>
        from odd in OddValues.EscapedFor(operation.Name.Length)
        let target = operation.Collection is null
            ? $"{Target(operation)}/{odd}"
            : operation.Path[..operation.Path.IndexOf('{')] + odd + operation.Path[(operation.Path.IndexOf('}') + 1)..]
        select Make(operation, $"address {OddValues.Short(odd)}", target);

    private IEnumerable<OddRequest> Queries(Operation operation)
    {
        string[] names =
            [.. operation.Parameters.Where(name => name is not ("If-Match" or "Idempotency-Key")), "surprise"];
        foreach (var (at, odd) in OddValues.EscapedFor(operation.Path.Length).Index())
        {
            var name = names[at % names.Length];
            yield return Make(
                operation, $"query {name}={OddValues.Short(odd)}", $"{Target(operation)}?{name}={odd}");
        }

        foreach (var name in names)
        {
            yield return Make(operation, $"query {name} twice", $"{Target(operation)}?{name}=1&{name}=2&{name}");
            yield return Make(
                operation, $"query {name} as a list", $"{Target(operation)}?{name}[]=1&{name}[a]=2&={name}&&&");
        }
    }

    private IEnumerable<OddRequest> Headers(Operation operation)
    {
        foreach (var odd in OddValues.Some(OddHeaders.All, 2, operation.Name.Length).Concat(OddHeaders.Keys))
        {
            yield return Make(operation, $"header {OddValues.Short(odd[0])}", odd: odd);
        }

        foreach (var odd in OddHeaders.Nobody)
        {
            var request = Make(
                operation, $"nobody: {OddValues.Short(odd[0])}", body: Good(operation, spoiled: false), odd: odd);
            yield return request with { MustBeRefused = !operation.IsPublic };
        }
    }

    private IEnumerable<OddRequest> Bodies(Operation operation) =>
        from odd in OddBodies.Of(Sample(operation), mayBeGood: operation.IsCreation)
        select Make(operation, odd.What, body: odd.Body);

    /// <summary>The very things of others, asked for by somebody to whom they do not exist.</summary>
    private IEnumerable<OddRequest> Strangers(Operation operation)
    {
        // A list of theirs may be empty, what all members see a stranger sees too, and what somebody puts is their own.
        var isTheirs = operation is { IsList: false, IsPut: false }
            && !(operation.All | operation.Open).HasFlag(Roles.Founder);
        return from thing in things.All
               where operation.Collection is not null
               select Make(
                   operation, $"a stranger, an id of {thing.Key}", operation.PathTo(thing.Value),
                   odd: $"Authorization: Bearer {stranger}") with
               { MustBeRefused = isTheirs };
    }

    /// <param name="target">Null for the good one.</param>
    /// <param name="body">Null for the good one, spoiled where it would make something.</param>
    private OddRequest Make(
        Operation operation, string what, string? target = null, byte[]? body = null, params string[] odd)
    {
        var headers = new Dictionary<string, string>
        {
            ["Host"] = host,
            ["If-Match"] = "\"1\"",
            ["Idempotency-Key"] = Guid.CreateVersion7().ToString(),
        };
        if (!IsUnstoppable(operation))
        {
            headers["Authorization"] = $"Bearer {token}";
        }

        if (operation.Method != HttpMethod.Get)
        {
            headers["Content-Type"] = "application/json";
        }

        return OddRequest.Of(
            $"{operation.Name}: {what}", operation.Method, target ?? Target(operation), headers,
            body ?? Good(operation, spoiled: true), odd);
    }

    /// <summary>What takes nothing and may always be done is refused only to those who have not signed in.</summary>
    private static bool IsUnstoppable(Operation operation) =>
        operation is { IsTransition: false, IsCreation: false, Collection: null } && operation.Method != HttpMethod.Get;

    private string Target(Operation operation) => operation.PathTo(
        operation.IsTransition || operation.IsCreation || operation.Method == HttpMethod.Get
        ? things.ThingOf(operation)
        : Guid.CreateVersion7());

    private JsonObject Sample(Operation operation) =>
        operation.Body is { } schema ? new BodySample(operation.Schemas, things.Known).Of(schema) : [];

    private byte[] Good(Operation operation, bool spoiled)
    {
        if (operation.Method == HttpMethod.Get)
        {
            return [];
        }

        var body = Sample(operation);
        if (spoiled && operation.IsCreation)
        {
            body[OddBodies.Unknown] = 1;
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }
}

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
    private const string Json = "application/json";

    public IEnumerable<OddRequest> Requests(Operation operation) =>
        Addresses(operation).Concat(Queries(operation)).Concat(Headers(operation)).Concat(Bodies(operation))
            .Concat(Strangers(operation));

    private IEnumerable<OddRequest> Addresses(Operation operation)
    {
        var good = Target(operation);
        foreach (var odd in OddValues.EscapedFor(operation.Name.Length))
        {
            var target = operation.Collection is null
                ? $"{good}/{odd}"
                : operation.Path.Replace(
                    operation.Path[operation.Path.IndexOf('{')..(operation.Path.IndexOf('}') + 1)], odd,
                    StringComparison.Ordinal);
            yield return Make(
                operation, $"address {odd[..Math.Min(40, odd.Length)]}", target, Good(operation, spoiled: true));
        }
    }

    private IEnumerable<OddRequest> Queries(Operation operation)
    {
        var names = operation.Parameters.Where(name => name is not ("If-Match" or "Idempotency-Key")).Append("surprise")
            .ToArray();
        foreach (var (at, odd) in OddValues.EscapedFor(operation.Path.Length).Index())
        {
            var name = names[at % names.Length];
            yield return Make(
                operation, $"query {name}={odd[..Math.Min(40, odd.Length)]}", $"{Target(operation)}?{name}={odd}",
                Good(operation, spoiled: true));
        }

        foreach (var name in names)
        {
            yield return Make(
                operation, $"query {name} twice", $"{Target(operation)}?{name}=1&{name}=2&{name}",
                Good(operation, spoiled: true));
            yield return Make(
                operation, $"query {name} as a list", $"{Target(operation)}?{name}[]=1&{name}[a]=2&={name}&&&",
                Good(operation, spoiled: true));
        }
    }

    private IEnumerable<OddRequest> Headers(Operation operation)
    {
        foreach (var odd in OddValues.Some(OddHeaders.All, 2, operation.Name.Length))
        {
            yield return Make(
                operation, $"header {odd[0][..Math.Min(50, odd[0].Length)]}", Target(operation),
                Good(operation, spoiled: true), odd);
        }

        foreach (var odd in OddHeaders.Nobody)
        {
            var request = Make(
                operation, $"nobody: {odd[0][..Math.Min(50, odd[0].Length)]}", Target(operation),
                Good(operation, spoiled: false), odd);
            yield return request with { MustBeRefused = !operation.IsPublic };
        }

        yield return Make(
            operation, "key too long", Target(operation), Good(operation, spoiled: true),
            $"Idempotency-Key: {new string('k', 5_000)}");
        yield return Make(
            operation, "key of bytes", Target(operation), Good(operation, spoiled: true),
            "Idempotency-Key: \u00ff\u0001");
        yield return Make(
            operation, "two keys", Target(operation), Good(operation, spoiled: true), "Idempotency-Key: a",
            "Idempotency-Key: b");
    }

    private IEnumerable<OddRequest> Bodies(Operation operation)
    {
        foreach (var (what, body) in OddBodies.Of(Sample(operation), mayBeGood: operation.IsCreation))
        {
            yield return Make(operation, what, Target(operation), body);
        }
    }

    /// <summary>The very things of others, asked for by somebody to whom they do not exist.</summary>
    private IEnumerable<OddRequest> Strangers(Operation operation)
    {
        if (operation.Collection is null)
        {
            yield break;
        }

        // A list of theirs may be empty, and what all members see a stranger sees too.
        var isTheirs = !operation.IsList && !(operation.All | operation.Open).HasFlag(Roles.Founder);
        foreach (var (collection, id) in things.All)
        {
            var request = Make(
                operation, $"a stranger, an id of {collection}", operation.PathTo(id), Good(operation, spoiled: true),
                $"Authorization: Bearer {stranger}");
            yield return request with { MustBeRefused = isTheirs };
        }
    }

    private OddRequest Make(Operation operation, string what, string target, byte[] body, params string[] odd)
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
            headers["Content-Type"] = Json;
        }

        return OddRequest.Of($"{operation.Name}: {what}", false, operation.Method.Method, target, headers, body, odd);
    }

    /// <summary>
    /// What takes nothing and may always be done can only be refused to those who have not signed in.
    /// </summary>
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

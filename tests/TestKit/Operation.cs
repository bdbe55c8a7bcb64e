using System.Text.RegularExpressions;
using Technopark.ServiceDefaults;

namespace Technopark.TestKit;

/// <summary>One operation of a committed OpenAPI document, with its row of the access table.</summary>
/// <param name="All">Roles that see every thing of it.</param>
/// <param name="Own">Roles that see what is theirs.</param>
/// <param name="Open">Roles that see what is open to others.</param>
/// <param name="Parameters">Names of what it takes in the query and in headers.</param>
/// <param name="Query">Schemas of what it takes in the query, by name.</param>
/// <param name="Choices">Of each parameter of its path that is one of a list the first, by name.</param>
/// <param name="Body">Schema of what it takes; null where it takes nothing.</param>
/// <param name="Answer">Schema of what it answers; null where it answers no JSON.</param>
/// <param name="Statuses">With which it can answer.</param>
/// <param name="Schemas">What the schemas refer to.</param>
public sealed partial record Operation(
    string Name, HttpMethod Method, string Path, Roles All, Roles Own, Roles Open,
    IReadOnlyList<string> Parameters, IReadOnlyDictionary<string, JsonElement> Query,
    IReadOnlyDictionary<string, string> Choices, JsonElement? Body, JsonElement? Answer,
    IReadOnlySet<int> Statuses, JsonElement Schemas)
{
    /// <summary>Everybody who gets in at all.</summary>
    public Roles Admitted => All | Own | Open;

    /// <summary>True where nobody has to sign in.</summary>
    public bool IsPublic => All.HasFlag(Roles.Anonymous);

    /// <summary>True for one that changes a thing from a state that the caller names.</summary>
    public bool IsTransition => Parameters.Contains("If-Match");

    /// <summary>True for one that makes a thing.</summary>
    public bool IsCreation => Parameters.Contains("Idempotency-Key");

    /// <summary>True for one that makes what its address names, where there is none.</summary>
    public bool IsPut => Method == HttpMethod.Put;

    /// <summary>True for one that shows things in parts.</summary>
    public bool IsList => Parameters.Contains("limit");

    /// <summary>
    /// What its things are called: <c>companies</c> of <c>…/companies/{id}/verify</c>; null where it is about no thing.
    /// </summary>
    public string? Collection => Thing().Match(Path) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>What it lists or makes: <c>applications</c> of <c>…/calls/{callId}/applications</c>.</summary>
    public string Last => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Every operation of a service.</summary>
    /// <param name="service">Its short name: <c>registry</c>.</param>
    public static IReadOnlyList<Operation> Of(string service)
    {
        var folder = $"{char.ToUpperInvariant(service[0])}{service[1..]}";
        var file = System.IO.Path.Combine(
            ParkClient.Repository.Root, "services", folder, "openapi", $"{service}.v1.json");
        var document = JsonElement.Parse(File.ReadAllText(file));
        var schemas = document.GetProperty("components").GetProperty("schemas");
        return [.. from path in document.GetProperty("paths").EnumerateObject()
                   from verb in path.Value.EnumerateObject()
                   let access = verb.Value.GetProperty("x-access")
                   select new Operation(
                       verb.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(verb.Name), path.Name,
                       RolesIn(access, "all"), RolesIn(access, "own"), RolesIn(access, "open"),
                       ParametersOf(verb.Value), QueryOf(verb.Value, schemas),
                       ChoicesOf(verb.Value, schemas), BodyOf(verb.Value), AnswerOf(verb.Value, schemas),
                       StatusesOf(verb.Value), schemas)];
    }

    /// <summary>Members of its body that refer to a thing by its id.</summary>
    public IEnumerable<string> References => Body is not { } body
            || !Resolve(body, Schemas).TryGetProperty("properties", out var members) ? [] :
        from member in members.EnumerateObject()
        where Reference().IsMatch(member.Name)
            && member.Value.GetRawText().Contains("\"uuid\"", StringComparison.Ordinal)
        select member.Name;

    /// <summary>Ids in its answer by which it refers to things.</summary>
    public IEnumerable<NamedId> NamedIds => Answer is { } answer ? NamedId.In(answer, Schemas) : [];

    /// <summary>Its address for one thing.</summary>
    public string PathTo(Guid thing) => PathParameter().Replace(
        Path, parameter => Choices.GetValueOrDefault(parameter.Value[1..^1]) ?? thing.ToString());

    public override string ToString() => $"{Method} {Path}";

    private static JsonElement.ArrayEnumerator AllOf(JsonElement verb) =>
        verb.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    private static List<string> ParametersOf(JsonElement verb) =>
        [.. AllOf(verb).Where(one => one.GetProperty("in").GetString() != "path")
            .Select(one => one.GetProperty("name").GetString()!)];

    private static Dictionary<string, JsonElement> QueryOf(JsonElement verb, JsonElement schemas) => AllOf(verb)
        .Where(one => one.GetProperty("in").GetString() == "query")
        .ToDictionary(one => one.GetProperty("name").GetString()!, one => Resolve(one.GetProperty("schema"), schemas));

    private static Dictionary<string, string> ChoicesOf(JsonElement verb, JsonElement schemas) => (
        from parameter in AllOf(verb)
        where parameter.GetProperty("in").GetString() == "path"
        let schema = Resolve(parameter.GetProperty("schema"), schemas)
        where schema.TryGetProperty("enum", out _)
        select (parameter.GetProperty("name").GetString()!, schema.GetProperty("enum")[0].GetString()!)).ToDictionary();

    private static JsonElement Resolve(JsonElement schema, JsonElement schemas) =>
        schema.TryGetProperty("$ref", out var reference)
            ? schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;

    private static JsonElement? BodyOf(JsonElement verb) => verb.TryGetProperty("requestBody", out var body)
        ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema")
        : null;

    private static JsonElement? AnswerOf(JsonElement verb, JsonElement schemas) =>
        (verb.GetProperty("responses").TryGetProperty("200", out var ok)
            || verb.GetProperty("responses").TryGetProperty("201", out ok))
        && ok.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json)
            ? Resolve(json.GetProperty("schema"), schemas) : null;

    private static HashSet<int> StatusesOf(JsonElement verb) =>
        [.. verb.GetProperty("responses").EnumerateObject().Where(answer => answer.Name != "default")
            .Select(answer => int.Parse(answer.Name, CultureInfo.InvariantCulture))];

    private static Roles RolesIn(JsonElement access, string reach) => access.GetProperty(reach).EnumerateArray()
        .Select(name => name.GetString()!)
        .Aggregate(Roles.None, (roles, name) => roles | (name == "anyone" ? Roles.Anonymous : RoleNames.Find(name)));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PathParameter();

    [GeneratedRegex("Ids?$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"([^/]+)/\{")]
    private static partial Regex Thing();
}

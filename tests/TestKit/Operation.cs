using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Technopark.ServiceDefaults;

namespace Technopark.TestKit;

/// <summary>One operation of a committed OpenAPI document, with its row of the access table.</summary>
/// <param name="All">Roles that see every thing of it.</param>
/// <param name="Own">Roles that see what is theirs.</param>
/// <param name="Open">Roles that see what is open to others.</param>
public sealed partial record Operation(string Name, HttpMethod Method, string Path, Roles All, Roles Own, Roles Open)
{
    /// <summary>Everybody who gets in at all.</summary>
    public Roles Admitted => All | Own | Open;

    /// <summary>Every operation of a centre.</summary>
    /// <param name="centre">Its short name: <c>registry</c>.</param>
    public static IReadOnlyList<Operation> Of(string centre)
    {
        var folder = $"{char.ToUpperInvariant(centre[0])}{centre[1..]}";
        var file = System.IO.Path.Combine(ParkClient.Repository.Root, "services", folder, "openapi", $"{centre}.v1.json");
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        return [.. from path in document.RootElement.GetProperty("paths").EnumerateObject()
                   from verb in path.Value.EnumerateObject()
                   let access = verb.Value.GetProperty("x-access")
                   select new Operation(
                       verb.Value.GetProperty("operationId").GetString()!, HttpMethod.Parse(verb.Name), path.Name,
                       RolesIn(access, "all"), RolesIn(access, "own"), RolesIn(access, "open"))];
    }

    /// <summary>A request for it about a thing that nobody has, well formed enough to get as far as the door.</summary>
    public HttpRequestMessage About(Guid thing)
    {
        var request = new HttpRequestMessage(Method, PathParameter().Replace(Path, thing.ToString()));
        request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Content = Method == HttpMethod.Get ? null : JsonContent.Create(new { });
        return request;
    }

    private static Roles RolesIn(JsonElement access, string reach) => access.GetProperty(reach).EnumerateArray()
        .Select(name => name.GetString()!)
        .Aggregate(Roles.None, (roles, name) => roles | (name == "anyone" ? Roles.Anyone : RoleNames.Find(name)));

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex PathParameter();
}

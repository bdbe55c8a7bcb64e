using System.Collections.Frozen;
using System.Text.Json;

namespace Technopark.Portal.Api;

/// <summary>
/// Whom each operation of each service admits, as its OpenAPI document says: who may not ask a page's operation is not
/// shown the way to the page.
/// </summary>
internal static class Operations
{
    private static readonly FrozenDictionary<string, Roles> ByName = Read().ToFrozenDictionary();

    /// <param name="name">Service and operation: <c>registry/ListCompanies</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such operation.</exception>
    public static bool Admits(string name, Roles roles) =>
        ByName[name] is var admitted && (admitted.HasFlag(Roles.Anonymous) || (admitted & roles) != Roles.None);

    private static IEnumerable<KeyValuePair<string, Roles>> Read()
    {
        var assembly = typeof(Operations).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("openapi/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var document = JsonDocument.Parse(stream);
            var service = resource["openapi/".Length..].Split('.')[0];
            foreach (var operation in document.RootElement.GetProperty("paths").EnumerateObject()
                .SelectMany(path => path.Value.EnumerateObject())
                .Where(operation => operation.Value.ValueKind == JsonValueKind.Object))
            {
                yield return new(
                    $"{service}/{operation.Value.GetProperty("operationId").GetString()}",
                    RolesIn(operation.Value.GetProperty("x-access")));
            }
        }
    }

    private static Roles RolesIn(JsonElement access) => access.EnumerateObject()
        .SelectMany(row => row.Value.EnumerateArray())
        .Select(role => role.GetString() == "anyone" ? Roles.Anonymous : RoleNames.Find(role.GetString()!))
        .Aggregate(Roles.None, (all, role) => all | role);
}

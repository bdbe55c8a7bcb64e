using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Technopark.ServiceKit.Access;

/// <summary>
/// Shows the access table in the OpenAPI document: as a sentence, as <c>x-access</c> and as what shows who asks.
/// </summary>
internal static class AccessInOpenApi
{
    public const string Extension = "x-access";

    private const string Provider = "openId", Token = "token", Session = "session";

    /// <summary>By what a caller is known, at the gateway.</summary>
    public static Task ShowSignInAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.AddComponent<IOpenApiSecurityScheme>(Token, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = Texts.InBoth("An access token of the park's sign-in."),
        });
        document.AddComponent<IOpenApiSecurityScheme>(Provider, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.OpenIdConnect,
            OpenIdConnectUrl = new Uri("/identity/.well-known/openid-configuration", UriKind.Relative),
            Description = Texts.InBoth("Where programs get access tokens: authorization code with PKCE."),
        });
        document.AddComponent<IOpenApiSecurityScheme>(Session, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = "__Host-tp",
            Description = Texts.InBoth(
                "Session of a browser that signed in at /signin. A change carries the header X-CSRF: 1."),
        });
        return Task.CompletedTask;
    }

    public static Task ShowAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRow>().LastOrDefault() is { } row)
        {
            operation.Security = row.IsOpen ? [] : [.. new[] { Provider, Token, Session }.Select(
                scheme => new OpenApiSecurityRequirement
                {
                    [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [],
                })];
            operation.Description =
                string.Join(' ', new[] { operation.Description, Sentence(row) }.Where(part => part is not null));
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Extension] =
                new JsonNodeExtension(new JsonObject
                {
                    ["all"] = new JsonArray([.. Names(row.All)]),
                    ["own"] = new JsonArray([.. Names(row.Own)]),
                    ["open"] = new JsonArray([.. Names(row.Open)]),
                });
        }

        return Task.CompletedTask;
    }

    private static string Sentence(AccessRow row)
    {
        if (row.IsOpen)
        {
            return $"{Texts.InBoth("Anyone")}.";
        }

        string[] parts = [List("All", row.All), List("Own", row.Own), List("Open to others", row.Open)];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }

    private static string List(string what, Roles roles) => roles switch
    {
        Roles.None => "",
        Roles.Authenticated => $"{Texts.InBoth(what)}: {Texts.InBoth("everybody who has signed in")}.",
        _ => $"{Texts.InBoth(what)}: {string.Join(", ", Names(roles))}.",
    };

    private static IEnumerable<JsonNode> Names(Roles roles) => roles.HasFlag(Roles.Anonymous)
        ? [JsonValue.Create("anyone")]
        : RoleNames.In(roles).Select(role => (JsonNode)JsonValue.Create(RoleNames.NameOf(role)));
}

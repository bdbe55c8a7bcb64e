using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>The programs that may ask for tokens, as the configuration lists them.</summary>
internal sealed class ClientSeeder(
    IOpenIddictApplicationManager applications, IOptions<IdentityOptions> options, IHostEnvironment environment)
{
    /// <summary>Makes the database say what the configuration says; clients no longer listed are deleted.</summary>
    public async Task RegisterAsync(CancellationToken ct)
    {
        var wanted = options.Value.Clients.Select(client => Describe(client.Key, client.Value)).ToList();
        if (environment.IsDevelopment() && options.Value.DevelopmentSecret is { Length: > 0 } secret)
        {
            wanted.Add(Development(secret));
        }

        foreach (var client in wanted)
        {
            var known = await applications.FindByClientIdAsync(client.ClientId!, ct);
            await (known is null
                ? applications.CreateAsync(client, ct).AsTask()
                : applications.UpdateAsync(known, client, ct).AsTask());
        }

        foreach (var known in await applications.ListAsync(cancellationToken: ct).ToListAsync(ct))
        {
            var id = await applications.GetClientIdAsync(known, ct);
            if (wanted.TrueForAll(client => client.ClientId != id))
            {
                await applications.DeleteAsync(known, ct);
            }
        }
    }

    private static OpenIddictApplicationDescriptor Describe(string id, ClientOptions client)
    {
        var described = new OpenIddictApplicationDescriptor
        {
            ClientId = id,
            ClientSecret = client.Secret,
            ClientType = client.Secret is null ? ClientTypes.Public : ClientTypes.Confidential,
            // An app on a person's own device listens on whichever loopback port is free.
            ApplicationType = client.Secret is null ? ApplicationTypes.Native : ApplicationTypes.Web,
            ConsentType = ConsentTypes.Implicit,
            Permissions = { Permissions.Endpoints.Token, Permissions.Endpoints.Revocation },
        };
        described.RedirectUris.UnionWith(client.RedirectUris);
        described.PostLogoutRedirectUris.UnionWith(client.SignedOutUris);
        if (client.IsService)
        {
            described.Permissions.UnionWith(OfServices);
        }

        if (client.RedirectUris.Length > 0)
        {
            described.Permissions.UnionWith(OfPeople);
            described.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        }

        return described;
    }

    private static OpenIddictApplicationDescriptor Development(string secret) => new()
    {
        ClientId = DevelopmentGrant.Client,
        ClientSecret = secret,
        ClientType = ClientTypes.Confidential,
        Permissions =
        {
            Permissions.Endpoints.Token, Permissions.Prefixes.GrantType + DevelopmentGrant.GrantType,
            Permissions.Prefixes.Scope + JwtAuthentication.People,
        },
    };

    private static readonly string[] OfServices =
        [Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + JwtAuthentication.Services];

    private static readonly string[] OfPeople =
    [
        Permissions.Endpoints.Authorization, Permissions.Endpoints.EndSession, Permissions.ResponseTypes.Code,
        Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
        Permissions.Prefixes.Scope + JwtAuthentication.People, Permissions.Scopes.Profile,
    ];
}

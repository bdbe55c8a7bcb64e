using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Technopark.AppHost;

/// <summary>What the identity service is told: which programs may ask for tokens, and what seals its keys.</summary>
internal static class IdentityConfiguration
{
    private const int Years = 20;

    public static void Configure(IResourceBuilder<ProjectResource> identity, StateDirectory state)
    {
        const string gateway = "Identity__Clients__gateway";
        Seal(identity, state, "identity");
        identity
            .WithEnvironment($"{gateway}__RedirectUris__0", new Uri(state.PublicUrl, "signin/done").AbsoluteUri)
            .WithEnvironment($"{gateway}__SignedOutUris__0", new Uri(state.PublicUrl, "signout/done").AbsoluteUri);
        if (state.IsDevelopment)
        {
            identity.WithSecret("Identity__DevelopmentSecret", state, "development");
        }
    }

    public static void AddClients(
        IResourceBuilder<ProjectResource> identity, StateDirectory state, IEnumerable<string> clients)
    {
        foreach (var client in clients)
        {
            identity
                .WithSecret($"Identity__Clients__{client}__Secret", state, $"client-{client}")
                .WithEnvironment($"Identity__Clients__{client}__IsService", "true");
        }
    }

    /// <summary>Gives a program what seals the keys that it keeps in its database.</summary>
    public static void Seal(IResourceBuilder<ProjectResource> program, StateDirectory state, string name) => program
        .WithEnvironment("DataProtection__Certificate", Certificate(state, name))
        .WithSecret("DataProtection__Password", state, $"{name}-certificate");

    /// <summary>Made once: the certificate with which a program seals the keys that it keeps in its database.</summary>
    private static string Certificate(StateDirectory state, string name)
    {
        var path = Path.Combine(state.Path, "secrets", $"{name}.p12");
        if (!File.Exists(path))
        {
            using var key = RSA.Create(3072);
            var now = TimeProvider.System.GetUtcNow();
            var request = new CertificateRequest(
                $"CN=technopark {name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
            StateDirectory.Write(path, certificate.Export(X509ContentType.Pkcs12, state.Secret($"{name}-certificate")));
        }

        return path;
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Technopark.AppHost;

/// <summary>What the identity service is told: which programs may ask for tokens, and what seals its keys.</summary>
internal static class SignIn
{
    private const int Years = 20;

    public static void Furnish(IResourceBuilder<ProjectResource> identity, Site site, string[] services)
    {
        Seal(identity, site, "identity");
        identity
            // It asks for tokens of its own as every other service does.
            .WithReference(identity)
            .WithEnvironment("Identity__Clients__gateway__Secret", site.Secret("client-gateway"))
            .WithEnvironment("Identity__Clients__gateway__RedirectUris__0", new Uri(site.PublicUrl, "signin/done").AbsoluteUri)
            .WithEnvironment("Identity__Clients__gateway__SignedOutUris__0", new Uri(site.PublicUrl, "signout/done").AbsoluteUri);
        foreach (var service in services)
        {
            identity
                .WithEnvironment($"Identity__Clients__{service}__Secret", site.Secret($"client-{service}"))
                .WithEnvironment($"Identity__Clients__{service}__IsService", "true");
        }

        if (site.IsDevelopment)
        {
            identity.WithEnvironment("Identity__DevelopmentSecret", site.Secret("development"));
        }
    }

    /// <summary>Gives a program what seals the keys that it keeps in its database.</summary>
    public static void Seal(IResourceBuilder<ProjectResource> program, Site site, string name) => program
        .WithEnvironment("DataProtection__Certificate", Certificate(site, name))
        .WithEnvironment("DataProtection__Password", site.Secret($"{name}-certificate"));

    /// <summary>A file of the state directory, made once, with which a program seals the keys that it keeps in its database.</summary>
    private static string Certificate(Site site, string name)
    {
        var path = Path.Combine(site.Directory, "secrets", $"{name}.p12");
        if (!File.Exists(path))
        {
            using var key = RSA.Create(3072);
            var now = TimeProvider.System.GetUtcNow();
            using var certificate = new CertificateRequest($"CN=technopark {name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
            Site.Write(path, certificate.Export(X509ContentType.Pkcs12, site.Secret($"{name}-certificate")));
        }

        return path;
    }
}

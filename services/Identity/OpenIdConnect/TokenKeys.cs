using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>
/// The keys that sign and encrypt tokens lie in the database, so that they survive restarts and every replica has the
/// same. The newest signs; the older ones are shown as long as tokens under them may be about.
/// </summary>
internal sealed class TokenKeys(IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider clock)
    : IConfigureOptions<OpenIddictServerOptions>
{
    private const string Signing = "signing";
    private const string Encryption = "encryption";
    private const int Bits = 2048;

    private readonly IDataProtector _seal = protection.CreateProtector("Technopark.Identity.TokenKeys");

    /// <summary>Makes a key for each use: at the first start, and whenever an operator renews them.</summary>
    public async Task RenewAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        db.TokenKeys.AddRange(Make(Signing), Make(Encryption));
        await db.SaveChangesAsync(ct);
    }

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var (use, key) in Read())
        {
            if (use == Signing)
            {
                options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
            }
            else
            {
                options.EncryptionCredentials.Add(
                    new EncryptingCredentials(key, SecurityAlgorithms.RsaOAEP, SecurityAlgorithms.Aes256CbcHmacSha512));
            }
        }
    }

    private List<(string Use, RsaSecurityKey Key)> Read()
    {
        if (DesignTime.IsActive)
        {
            return [(Signing, new(RSA.Create(Bits))), (Encryption, new(RSA.Create(Bits)))];
        }

        using var scope = scopes.CreateScope();
        var stored = scope.ServiceProvider.GetRequiredService<IdentityDb>().TokenKeys.AsNoTracking()
            .OrderByDescending(key => key.CreatedAt).ToList();
        return stored.ConvertAll(key => (key.Use, Open(key)));
    }

    private TokenKey Make(string use)
    {
        using var rsa = RSA.Create(Bits);
        var now = clock.GetUtcNow();
        return new TokenKey
        {
            Id = Guid.CreateVersion7(now),
            Use = use,
            Sealed = _seal.Protect(Convert.ToBase64String(rsa.ExportPkcs8PrivateKey())),
            CreatedAt = now,
        };
    }

    private RsaSecurityKey Open(TokenKey stored)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(_seal.Unprotect(stored.Sealed)), out _);
        return new RsaSecurityKey(rsa) { KeyId = stored.Id.ToString("N") };
    }
}

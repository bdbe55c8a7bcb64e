using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;

namespace Technopark.ServiceDefaults;

/// <summary>Data protection with keys shared by replicas and sealed with the certificate that the park gives.</summary>
public static class DataProtectionSetup
{
    /// <summary>Reads <c>DataProtection:Certificate</c> and its <c>Password</c>; the caller keeps the keys.</summary>
    public static IDataProtectionBuilder AddSealedKeys(this WebApplicationBuilder builder, string name)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName($"technopark.{name}");
        var (file, given) =
            (builder.Configuration["DataProtection:Certificate"], builder.Configuration["DataProtection:Password"]);
        builder.Services.Require(
            new("DataProtection:Certificate", SettingChecks.ExistingFile,
                Texts.InBoth("a PKCS#12 file that seals this program's keys")),
            new("DataProtection:Password", password => !File.Exists(file) || Open(file, password) is not null,
                Texts.InBoth("the password that opens that file")));
        if (string.IsNullOrEmpty(file))
        {
            return keys;
        }

        if (Open(file, given) is { } certificate)
        {
            return keys.ProtectKeysWithCertificate(certificate);
        }

        // Elsewhere the start names it, together with all else that is wrong.
        return builder.Environment.IsDevelopment()
            ? throw new InvalidOperationException($"DataProtection:Certificate: {file} cannot be opened.") : keys;
    }

    private static X509Certificate2? Open(string file, string? password)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception e) when (e is CryptographicException or IOException)
        {
            return null;
        }
    }
}

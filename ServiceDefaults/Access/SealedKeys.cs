using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Technopark.ServiceDefaults;

/// <summary>Data protection whose keys are shared by a program's replicas and sealed with a certificate that the park gives it.</summary>
public static class SealedKeys
{
    /// <summary>
    /// Reads <c>DataProtection:Certificate</c> (a PKCS#12 file) and <c>DataProtection:Password</c>. Where the keys are kept, the caller says.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no certificate, outside development.</exception>
    public static IDataProtectionBuilder AddSealedKeys(this WebApplicationBuilder builder, string name)
    {
        var keys = builder.Services.AddDataProtection().SetApplicationName($"technopark.{name}");
        if (builder.Configuration["DataProtection:Certificate"] is { Length: > 0 } file)
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["DataProtection:Password"]);
            return keys.ProtectKeysWithCertificate(certificate);
        }

        return builder.Environment.IsDevelopment() ? keys : throw new InvalidOperationException(
            "DataProtection:Certificate is not set: the PKCS#12 file that seals this program's keys.");
    }
}

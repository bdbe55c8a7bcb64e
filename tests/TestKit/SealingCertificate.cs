using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Technopark.TestKit;

/// <summary>A PKCS#12 file with which a program under test seals its keys, made once for each run.</summary>
public static class SealingCertificate
{
    public const string Password = "0123456789abcdef0123456789abcdef";

    private static readonly Lazy<string> File = new(Make);

    public static string Path => File.Value;

    private static string Make()
    {
        var path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("technopark-").FullName, "sealing.p12");
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var made = new CertificateRequest(
            "CN=test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            now, now.AddDays(1));
        System.IO.File.WriteAllBytes(path, made.Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}

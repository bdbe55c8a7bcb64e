using System.Security.Cryptography;

namespace Aspire.Hosting.Running;

internal static class Secrets
{
    /// <summary>For the time of a run: 128 bits, in hexadecimal.</summary>
    public static string Key() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Tells one replica from another.</summary>
    public static string Name() => RandomNumberGenerator.GetString("bcdfghjkmnpqrstvwxz", 8);
}

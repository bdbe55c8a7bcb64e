using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Technopark.Identity.Tests;

/// <summary>An authenticator app (RFC 6238: SHA-1, 30 seconds, six digits).</summary>
internal static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">As the page shows it: base 32, with spaces.</param>
    /// <param name="later">So many codes after the one of now.</param>
    public static string Code(string key, int later = 0)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(
            counter, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + later);
#pragma warning disable CA5350 // What every authenticator app does.
        var hash = HMACSHA1.HashData(Decode(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string key)
    {
        var bits = string.Concat(key.Where(char.IsAsciiLetterOrDigit).Select(
            digit => Convert.ToString(Alphabet.IndexOf(digit, StringComparison.Ordinal), toBase: 2).PadLeft(5, '0')));
        var octets = bits.Chunk(8).Where(octet => octet.Length == 8);
        return [.. octets.Select(octet => Convert.ToByte(new string(octet), fromBase: 2))];
    }
}

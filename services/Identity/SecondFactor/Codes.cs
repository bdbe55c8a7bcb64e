using System.Globalization;
using System.Text;
using QRCoder;

namespace Technopark.Identity.SecondFactor;

/// <summary>Codes of authenticator apps (TOTP, RFC 6238).</summary>
internal static class Codes
{
    private const string Issuer = "Technopark";
    private const int GroupOf = 4;
    private const int Digits = 6;

    /// <summary>A code as people type it, without what they put between its digits.</summary>
    public static string Clean(string code) =>
        code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    public static bool IsOne(string code) => code.Length == Digits && code.All(char.IsAsciiDigit);

    /// <summary>A key as people copy it.</summary>
    public static string Grouped(string key) =>
        string.Join(' ', key.ToUpperInvariant().Chunk(GroupOf).Select(part => new string(part)));

    /// <summary>The address that an app reads from a QR code.</summary>
    public static string Address(string key, string account) =>
        $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Issuer}&digits={Digits}";

    /// <summary>A QR code as the path of an SVG, a unit for each module, and its size with the quiet zone.</summary>
    public static (string Path, int Size) Draw(string content)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return (path.ToString(), code.ModuleMatrix.Count);
    }
}

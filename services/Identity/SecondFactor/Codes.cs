using QRCoder;

namespace Technopark.Identity.SecondFactor;

/// <summary>Codes of authenticator apps (TOTP, RFC 6238).</summary>
internal static class Codes
{
    private const string Issuer = "Technopark";
    private const int GroupOf = 4;
    private const int Digits = 6;
    private const int PixelsPerModule = 4;

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

    /// <summary>A QR code as an SVG element.</summary>
    public static string Draw(string content) =>
        SvgQRCodeHelper.GetQRCode(content, PixelsPerModule, "#000", "#fff", QRCodeGenerator.ECCLevel.M);
}

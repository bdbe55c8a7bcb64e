namespace Technopark.SystemTests.Fuzz;

/// <summary>A request that no client should send, byte for byte.</summary>
/// <param name="What">What is odd about it, for whoever reads a failure.</param>
/// <param name="MustBeRefused">True where not even a look is theirs who send it.</param>
/// <param name="Head">Request line and headers without Connection and Content-Length, a character for each
///   byte.</param>
internal sealed record OddRequest(string What, bool MustBeRefused, string Head, byte[] Body)
{
    /// <param name="headers">Good ones: an odd one takes the place of its name.</param>
    public static OddRequest Of(
        string what, HttpMethod method, string target, IReadOnlyDictionary<string, string> headers, byte[] body,
        string[] oddHeaders)
    {
        var good = headers.Select(header => $"{header.Key}: {header.Value}")
            .ExceptBy(oddHeaders.Select(NameOf), NameOf, StringComparer.OrdinalIgnoreCase);
        var lines = good.Concat(oddHeaders).Select(line => $"{line}\r\n");
        return new OddRequest(what, false, $"{method} {target} HTTP/1.1\r\n{string.Concat(lines)}", body);

        static string NameOf(string header) => header.Split(':')[0];
    }

    public byte[] Bytes()
    {
        var length = Head.Contains("Content-Length:", StringComparison.OrdinalIgnoreCase)
            || Head.Contains("Transfer-Encoding:", StringComparison.OrdinalIgnoreCase)
            ? ""
            : $"Content-Length: {Body.Length}\r\n";
        return [.. Encoding.Latin1.GetBytes($"{Head}{length}Connection: close\r\n\r\n"), .. Body];
    }
}

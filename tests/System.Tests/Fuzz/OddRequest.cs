namespace Technopark.SystemTests.Fuzz;

/// <summary>A request that no client should send, byte for byte.</summary>
/// <param name="What">What is odd about it, for whoever reads a failure.</param>
/// <param name="MustBeRefused">True where not even a look is theirs who send it.</param>
/// <param name="Head">Request line and headers without Connection and Content-Length, a character for each
///   byte.</param>
internal sealed record OddRequest(string What, bool MustBeRefused, string Head, byte[] Body)
{
    /// <summary>Headers as they are known to be good: an odd one takes the place of its name.</summary>
    public static OddRequest Of(
        string what, bool mustBeRefused, string method, string target, IReadOnlyDictionary<string, string> headers,
        byte[] body, params string[] oddHeaders)
    {
        var head = new StringBuilder().Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\n");
        foreach (
            var (name, value) in headers.Where(
                header => !oddHeaders.Any(odd => odd.StartsWith($"{header.Key}:", StringComparison.OrdinalIgnoreCase))))
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        foreach (var odd in oddHeaders)
        {
            head.Append(odd).Append("\r\n");
        }

        return new OddRequest(what, mustBeRefused, head.ToString(), body);
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

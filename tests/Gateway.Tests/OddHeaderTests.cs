using System.Text;

namespace Technopark.Gateway.Tests;

/// <summary>What a client writes into a header is passed on or refused; a service is never "away" for it.</summary>
public sealed class OddHeaderTests
{
    private const string Trees = "/api/orchard/v1/trees";

    private static readonly string[] ReadEverywhere =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "baggage", "Content-Type", "Cookie", "Expect",
        "If-Match", "If-None-Match", "Range", "Referer", "traceparent", "tracestate", "User-Agent", "X-Anything",
    ];

    private static readonly (string What, byte[] Bytes)[] Odd =
    [
        ("Cyrillic", Encoding.UTF8.GetBytes("ключ")), ("an emoji", Encoding.UTF8.GetBytes("🚀")),
        ("Latin-1", [(byte)'c', (byte)'l', 0xE9]), ("no UTF-8", [0xFF, 0xFE]), ("cut UTF-8", [0xD0]),
        ("a control", [(byte)'a', 1, (byte)'b']), ("DEL", [0x7F]), ("NUL", [(byte)'a', 0, (byte)'b']),
        ("a tab", "a\tb"u8.ToArray()), ("a bell", [7]), ("quotes", "\"'\\"u8.ToArray()),
    ];

    [Fact]
    public async Task Odd_bytes_in_any_header_that_is_read_are_passed_on_or_refused()
    {
        await using var park = await Park.StartAsync();
        var services = Directory.GetDirectories(Path.Combine(ParkClient.Repository.Root, "services"))
            .Where(folder => Directory.Exists(Path.Combine(folder, "openapi")))
            .Select(folder => Path.GetFileName(folder).ToLowerInvariant());
        string[] declared = [.. services.SelectMany(Operation.Of)
            .SelectMany(operation => operation.Parameters.Except(operation.Query.Keys)).Distinct()];
        Assert.Contains("Idempotency-Key", declared);
        var outages = new List<string>();
        foreach (var header in ReadEverywhere.Union(declared))
        {
            foreach (var (what, bytes) in Odd)
            {
                var status = await SendAsync(park, header, bytes);
                if (status is not (200 or (>= 400 and < 500)))
                {
                    outages.Add($"{header}, {what}: {status}");
                }
            }
        }

        Assert.Empty(outages);
    }

    [Fact]
    public async Task A_key_in_Russian_is_passed_on_as_it_is()
    {
        await using var park = await Park.StartAsync();
        Assert.Equal(200, await SendAsync(park, "Idempotency-Key", Encoding.UTF8.GetBytes("ключ")));
        Assert.Equal("ключ", Assert.Single(park.Centre.Requests).Headers["Idempotency-Key"]);
    }

    [Fact]
    public async Task Who_names_no_host_is_refused()
    {
        await using var park = await Park.StartAsync();
        Assert.Equal(400, await park.SendBytesAsync(
            Encoding.ASCII.GetBytes($"GET {Trees} HTTP/1.1\r\nHost: \r\nConnection: close\r\n\r\n")));
        Assert.Empty(park.Centre.Requests);
    }

    private static Task<int> SendAsync(Park park, string header, byte[] value) => park.SendBytesAsync(
    [
        .. Encoding.ASCII.GetBytes($"GET {Trees} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}: "),
        .. value, .. "\r\n\r\n"u8,
    ]);
}

namespace Technopark.SystemTests.Fuzz;

/// <summary>Headers that are wrong, repeated, or at odds with each other; a character for each byte.</summary>
internal static class OddHeaders
{
    private static readonly string Long = new('a', 9_000);

    /// <summary>Keys that no creation takes.</summary>
    public static readonly string[][] Keys =
    [
        [$"Idempotency-Key: {new string('k', 5_000)}"], ["Idempotency-Key: \u00ff\u0001"],
        ["Idempotency-Key: a", "Idempotency-Key: b"],
    ];

    /// <summary>Each is one request's; the state that a change names is never the present one.</summary>
    public static readonly string[][] All =
    [
        ["If-Match: "], ["If-Match: 1"], ["If-Match: \"1"], ["If-Match: W/\"1\""],
        ["If-Match: \"1\"", "If-Match: \"2\""], ["If-Match: \"1\", \"2\""], ["If-Match: \"-1\""],
        ["If-Match: \"4294967296\""], ["If-Match: \"99999999999999999999\""], ["If-Match: \"' OR 1=1\""],
        [$"If-Match: \"{Long}\""], ["If-Match: \"\u00ff\u00fe\""], ["If-None-Match: *", "If-Match: \"1\""],
        ["Content-Type: text/plain"], ["Content-Type: application/xml"], ["Content-Type: "],
        ["Content-Type: application/json; charset=utf-7"], ["Content-Type: application/json; charset=\u00ff"],
        ["Content-Type: multipart/form-data; boundary=x"], ["Content-Type: application/x-www-form-urlencoded"],
        ["Content-Type: application/json", "Content-Type: text/plain"], ["Content-Encoding: gzip"],
        ["Content-Encoding: br, gzip"], ["Transfer-Encoding: chunked", "Content-Length: 5"],
        ["Transfer-Encoding: chunked, identity"], ["Transfer-Encoding: xchunked"], ["Content-Length: -1"],
        ["Content-Length: 0", "Content-Length: 7"], ["Content-Length: 99999999999999999999"],
        ["Content-Length: 9999999999"], ["Content-Length: 0x5"], ["Expect: 200-maybe"],
        ["Upgrade: h2c", "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA"], ["Accept: text/html"], ["Accept: ;;;,,,"],
        [$"Accept: {Long}"], ["Accept-Language: \u00ff"], ["Accept-Language: xx-YY-zz;q=9, *;q=-1"],
        ["Accept-Encoding: identity;q=0, *;q=0"], [$"Accept-Language: {Long}"], ["Host: evil.example"], ["Host: "],
        ["Host: 127.0.0.1:99999"], ["Host: a", "Host: b"], ["Host: 127.0.0.1@evil.example"],
        ["X-Forwarded-For: 1.2.3.4, \u00ff", "X-Forwarded-Host: evil.example", "X-Forwarded-Proto: gopher"],
        ["Forwarded: for=\"[::1\""], ["X-Original-URL: /ops/messages", "X-Rewrite-URL: /ops/messages"],
        ["X-HTTP-Method-Override: DELETE"], ["X-Operations-Key: ' OR 1=1"], ["traceparent: 00-zzzz-zzzz-01"],
        ["traceparent: 00-00000000000000000000000000000000-0000000000000000-00"], [$"tracestate: {Long}"],
        [$"baggage: a={Long}"], ["Cookie: tp=\u00ff\u00fe; tp=x"], [$"Cookie: {Long}"], ["Range: bytes=0-1,2-1,-0"],
        ["X-Odd\u0000: 1"], ["X-Odd : 1"], [" X-Folded: 1"], ["X-Odd"], [": nameless"], ["X-Odd: a\rb"],
        ["X-Odd: a\u0000b"], ["\u00ff\u00fe: 1"], [.. Enumerable.Range(0, 120).Select(number => $"X-Many-{number}: 1")],
        [$"X-Long: {new string('a', 40_000)}"],
    ];

    /// <summary>Whoever shows one of these is nobody.</summary>
    public static readonly string[][] Nobody =
    [
        ["Authorization: "], ["Authorization: Bearer"], ["Authorization: Bearer "], ["Authorization: Bearer a.b.c"],
        ["Authorization: Bearer \u00ff\u00fe"],
        ["Authorization: Basic YWRtaW46YWRtaW4="], ["Authorization: Negotiate AAAA"], [$"Authorization: Bearer {Long}"],
        ["Authorization: Bearer eyJhbGciOiJub25lIn0.e30."], ["Authorization: Bearer ' OR 1=1"],
        ["Authorization: Bearer null", "Authorization: Bearer undefined"],
    ];
}

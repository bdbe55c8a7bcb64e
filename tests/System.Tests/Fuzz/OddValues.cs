namespace Technopark.SystemTests.Fuzz;

/// <summary>What attackers, broken programs and mistaken people send where a value is expected.</summary>
internal static class OddValues
{
    private const int Huge = 100_000;
    private const int Deep = 2_000;

    /// <summary>Texts that a person could have typed: they are refused for other reasons, or not at all.</summary>
    public static readonly string[] Texts =
    [
        "' OR '1'='1", "'; DROP TABLE companies; --", "1); SELECT pg_sleep(5); --", "\\'; COPY t TO PROGRAM 'id'; --",
        "{{7*7}}", "${7*7}", "<%= 7*7 %>", "@(7*7)", "#{7*7}", "%7B%7B7*7%7D%7D", "{0}{1}{2}", "%s%n%x",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)",
        "${jndi:ldap://127.0.0.1/a}", "../../../../etc/passwd", "..\\..\\windows\\win.ini", "|id", "$(id)", "`id`",
        "=HYPERLINK(\"http://127.0.0.1\")", "null", "undefined", "NaN", "-1", "1e309", "0x10", "٣", "İ", "ﷺ", "👩‍🚀",
        "A\u0301", "\u202Egnp.exe", "\uFEFFtext",
    ];

    /// <summary>Some of them, others at each place: all are tried, and not all of them everywhere.</summary>
    public static IEnumerable<string> TextsFor(int place) => Some(Texts, 3, place);

    /// <inheritdoc cref="TextsFor"/>
    public static IEnumerable<string> JsonFor(int place) => Some(Json, 2, place);

    /// <summary>JSON that is no value of any field here, whatever its type.</summary>
    public static readonly string[] Json =
    [
        "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u0007\\u001b[31m\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\x41\"",
        "\"tab\there\"", "[]", "{}", "[[]]", "[null]", "{\"a\":null}", "{\"a\\u0000\":\"b\"}", "[\"\\u0000\"]", "[{}]",
        "null", "{\"$type\":\"System.Object\"}", "{\"__proto__\":{}}", "[1,2,3]", "{\"amount\":1}", "1e400", "-1e400",
        "1e-400", "00", "+1", ".5", "1.", "0x1", "NaN", "Infinity", "99999999999999999999999999999999999999", "tru",
        "TRUE", "nul", "'single'", "\"unclosed", "", ",", $"\"{new string('я', Huge)}\"", new string('9', Huge),
        $"{new string('[', Deep)}{new string(']', Deep)}",
        $"{string.Concat(Enumerable.Repeat("{\"a\":", Deep))}1{new string('}', Deep)}",
    ];

    /// <summary>For ids, numbers, dates and words in an address; percent-encoded, and as raw bytes.</summary>
    /// <inheritdoc cref="TextsFor"/>
    public static IEnumerable<string> EscapedFor(int place) =>
        TextsFor(place).Select(Uri.EscapeDataString).Concat(Some(Escaped, 2, place));

    /// <summary>As a failure shows it.</summary>
    public static string Short(string odd) => odd.Length > 40 ? $"{odd[..40]}… ({odd.Length})" : odd;

    public static IEnumerable<T> Some<T>(IEnumerable<T> all, int outOf, int place) =>
        all.Where((_, at) => at % outOf == place % outOf);

    private static readonly string[] Escaped =
    [
        "%00", "%0d%0aX-Injected:%201", "%c0%af", "%ff%fe", "%ed%a0%80", "%f8%88%80%80%80", "%", "%zz", "%u0041",
        "%2e%2e%2f", "%252e%252e", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "2147483648", "-9223372036854775809", "2026-02-30", "0001-01-01", "99999-12-31", new string('a', 4_000),
        "\u00e9\u00e8", "\u00c3\u0028",
    ];
}

using System.Text.RegularExpressions;

namespace Technopark.ServiceKit.Http;

/// <summary>The one form that a value of each type has in a query. The framework's own readers take many.</summary>
internal static partial class QueryForms
{
    /// <summary>Reads a value and gives it as the framework binds it; another form is a BrokenFormException.</summary>
    /// <exception cref="NotSupportedException">No form is given for values of this type.</exception>
    public static Func<string, string> Of(Type type)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        return known switch
        {
            { IsEnum: true } => text => NameOf(known, text),
            _ when known == typeof(string) => PlainText.Clean,
            _ when known == typeof(int) => Require(
                text => Whole().IsMatch(text), "A whole number is written in the digits 0 to 9: 50."),
            _ when known == typeof(bool) => Require(text => text is "true" or "false", "One of true, false."),
            _ when known == typeof(Guid) => Require(
                text => Guid.TryParseExact(text, "D", out _),
                "An id is written 01234567-89ab-cdef-0123-456789abcdef."),
            _ when known == typeof(DateOnly) => text => Bounded(text, TimeForms.ReadDate(text)),
            _ when known == typeof(DateTimeOffset) => text => Bounded(text, TimeForms.ReadInstant(text)),
            _ => throw new NotSupportedException($"A query has no form for {known.Name}: say it in QueryForms."),
        };
    }

    private static Func<string, string> Require(Predicate<string> fits, ProblemText rule) =>
        text => fits(text) ? text : throw new BrokenFormException(rule);

    private static string Bounded(string text, object time) =>
        TimeForms.BrokenBy(time) is { } rule ? throw new BrokenFormException(rule) : text;

    /// <summary>The name in the code: numbers and several names are not what any document offers.</summary>
    private static string NameOf(Type type, string text) => Array.Find(
        Enum.GetNames(type), offered => JsonNamingPolicy.CamelCase.ConvertName(offered) == text)
        ?? throw new BrokenFormException(
            $"One of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}.");

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)\z")]
    private static partial Regex Whole();
}

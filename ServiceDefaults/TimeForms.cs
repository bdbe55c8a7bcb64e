using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Technopark.ServiceDefaults;

/// <summary>A text has another form than its values are written in.</summary>
public sealed class BrokenFormException(ProblemText rule) : FormatException(rule.ToString())
{
    public ProblemText Rule { get; } = rule;
}

/// <summary>The one form in which dates and instants come in, and the time that they may name.</summary>
public static partial class TimeForms
{
    public static readonly ProblemText DateRule = "A date is written YYYY-MM-DD: 2024-03-05.";
    public static readonly ProblemText InstantRule =
        "An instant is written as in RFC 3339, with its offset: 2024-03-05T10:00:00Z or 2024-03-05T13:00:00+03:00.";

    private const int YearsAhead = 100;
    private static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <exception cref="BrokenFormException">The text has another form, or names no such day.</exception>
    public static DateOnly ReadDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw new BrokenFormException(DateRule);

    /// <exception cref="BrokenFormException">The text has another form, or names no such instant.</exception>
    public static DateTimeOffset ReadInstant(string? text) =>
        text is not null && Instant().IsMatch(text) && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant : throw new BrokenFormException(InstantRule);

    /// <summary>The rule that a date or an instant breaks; null where it breaks none, or is no such thing.</summary>
    public static ProblemText? BrokenBy(object? value)
    {
        DateOnly? date = value switch
        {
            DateOnly day => day,
            DateTimeOffset instant => DateOnly.FromDateTime(instant.Date),
            _ => null,
        };
        if (date is not { } named)
        {
            return null;
        }

        var latest = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddYears(YearsAhead);
        if (named >= Earliest && named <= latest)
        {
            return null;
        }

        return $"The date lies between {Earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}.";
    }

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,7})?(Z|[+-][0-9]{2}:[0-9]{2})\z")]
    private static partial Regex Instant();

    /// <summary>Instants in JSON: the framework's own reader takes one without an offset for local time.</summary>
    internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return ReadInstant(reader.TokenType == JsonTokenType.String ? reader.GetString() : null);
            }
            catch (BrokenFormException e)
            {
                throw new BrokenRuleException(e.Rule);
            }
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value);
    }
}

using System.Text.RegularExpressions;

namespace Technopark.ServiceDefaults;

/// <summary>Says what is wrong with a request that could not be read: which field, and which rule.</summary>
internal static partial class BadRequests
{
    public static ProblemException Explain(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { InnerException: JsonException } =>
            ProblemException.Field("body", "The body is not valid JSON."),
        JsonException json => Explain(json),
        _ when ParameterName().Match(bad.Message) is { Success: true } parameter =>
            ProblemException.Field(parameter.Groups[1].Value, "The value is missing or not of the expected form."),
        _ => new ProblemException(ProblemKind.Invalid, "invalid", "The request cannot be read."),
    };

    private static ProblemException Explain(JsonException json)
    {
        var at = json.Path is null or "$" ? "" : json.Path.TrimStart('$').TrimStart('.');
        var member = (json as BrokenRuleException)?.Member
            ?? (Missing().Match(json.Message) is { Success: true } missing ? missing.Groups[1].Value : null);
        var field = member is null ? at : at.Length == 0 ? member : $"{at}.{member}";
        return ProblemException.Field(field.Length == 0 ? "body" : field, RuleOf(json));
    }

    private static ProblemText RuleOf(JsonException json) => json.Message switch
    {
        _ when json is BrokenRuleException broken => broken.Rule,
        var said when Missing().IsMatch(said) => "The field is required.",
        var said when said.Contains("could not be mapped", StringComparison.Ordinal) => "Unknown field.",
        var said when said.Contains("Duplicate propert", StringComparison.Ordinal) => "The field is given twice.",
        var said when said.Contains("allow null values", StringComparison.Ordinal) => "The value must not be null.",
        var said when said.Contains("System.DateOnly", StringComparison.Ordinal) => TimeForms.DateRule,
        // The serializer's own sentences name types of the program: those say nothing to a caller.
        var said when said.Contains("could not be converted", StringComparison.Ordinal)
            || said.Contains(" type '", StringComparison.Ordinal) => "The value is not of the expected type.",
        // A converter of ours says its rule; the reader's sentence ends where it speaks of paths and types.
        var said => ProblemText.Of(said.Split(" Path:")[0]),
    };

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("parameter \"(?:[^\\s\"]+ )?(\\w+)")]
    private static partial Regex ParameterName();
}

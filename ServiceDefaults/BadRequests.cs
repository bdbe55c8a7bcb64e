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
        var path = json.Path is null or "$" ? "body" : json.Path.TrimStart('$').TrimStart('.');
        var (field, rule) = json.Message switch
        {
            var said when Unmapped().Match(said) is { Success: true } unknown =>
                (unknown.Groups[1].Value, "Unknown field."),
            var said when Missing().Match(said) is { Success: true } missing =>
                (missing.Groups[1].Value, "The field is required."),
            var said when said.Contains("allow null values", StringComparison.Ordinal) =>
                (path, "The value must not be null."),
            // The serializer's own sentences name types of the program: those say nothing to a caller.
            var said when said.Contains("could not be converted", StringComparison.Ordinal)
                || said.Contains(" type '", StringComparison.Ordinal) =>
                (path, "The value is not of the expected type."),
            // A converter of ours says its rule; the reader's sentence ends where it speaks of paths and types.
            var said => (path, said.Split(" Path:")[0]),
        };
        return ProblemException.Field(field, rule);
    }

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("parameter \"(?:[^\\s\"]+ )?(\\w+)")]
    private static partial Regex ParameterName();
}

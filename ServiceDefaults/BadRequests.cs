using System.Text.RegularExpressions;

namespace Technopark.ServiceDefaults;

/// <summary>Says what is wrong with a request that could not be read: which field, and which rule.</summary>
internal static partial class BadRequests
{
    public static ProblemException Explain(BadHttpRequestException bad) => bad.InnerException switch
    {
        JsonException { InnerException: JsonException } =>
            ProblemException.Field("body", "The body is not valid JSON."),
        JsonException json => ProblemException.Field(FieldOf(json), RuleOf(json)),
        _ when ParameterName().Match(bad.Message) is { Success: true } parameter =>
            ProblemException.Field(parameter.Groups[1].Value, "The value is missing or not of the expected form."),
        _ => new ProblemException(ProblemKind.Invalid, "invalid", "The request cannot be read."),
    };

    private static string FieldOf(JsonException json)
    {
        if (Unmapped().Match(json.Message) is { Success: true } unknown)
        {
            return unknown.Groups[1].Value;
        }

        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            return missing.Groups[1].Value;
        }

        var path = json.Path is null or "$" ? "body" : json.Path.TrimStart('$').TrimStart('.');
        return path;
    }

    private static string RuleOf(JsonException json)
    {
        if (Unmapped().IsMatch(json.Message))
        {
            return "Unknown field.";
        }

        if (Missing().IsMatch(json.Message))
        {
            return "The field is required.";
        }

        if (json.Message.Contains("allow null values", StringComparison.Ordinal))
        {
            return "The value must not be null.";
        }

        // The serializer's own sentences name types of the program: those say nothing to a caller.
        if (json.Message.Contains("could not be converted", StringComparison.Ordinal)
            || json.Message.Contains(" type '", StringComparison.Ordinal))
        {
            return "The value is not of the expected type.";
        }

        // A converter of ours says its rule; what the reader says of broken JSON ends where it begins to speak of paths
        // and types.
        var end = json.Message.IndexOf(" Path:", StringComparison.Ordinal);
        return end < 0 ? json.Message : json.Message[..end];
    }

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("missing required properties including: '([^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("parameter \"(?:[^\\s\"]+ )?(\\w+)")]
    private static partial Regex ParameterName();
}

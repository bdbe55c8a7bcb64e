using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// Refuses in a query what the endpoint does not take, and values in another form than theirs, in the path too: what
/// were ignored or guessed would answer another question than the one asked.
/// </summary>
internal static class StrictQuery
{
    /// <summary>Holds the endpoints to the parameters of their handlers.</summary>
    public static void RefuseUnknownQuery(this IEndpointConventionBuilder endpoints) => endpoints.Finally(endpoint =>
    {
        if (endpoint is RouteEndpointBuilder { RequestDelegate: { } next } route)
        {
            var (taken, words) = (ParametersOf(route), WordsInPath(route));
            endpoint.RequestDelegate = context =>
            {
                Check(context.Request, taken);
                foreach (var word in words)
                {
                    var given = (string)context.Request.RouteValues[word.Name]!;
                    context.Request.RouteValues[word.Name] = Read(word, given);
                }

                return next(context);
            };
        }
    });

    private sealed record Parameter(string Name, Func<string, string> Read);

    private static Dictionary<string, Parameter> ParametersOf(RouteEndpointBuilder endpoint) =>
        endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Select(parameter => (parameter.ParameterInfo.ParameterType, Name: NameInQuery(parameter, endpoint)))
            .Where(parameter => parameter.Name is not null)
            .ToDictionary(
                parameter => parameter.Name!,
                parameter => new Parameter(parameter.Name!, QueryForms.Of(parameter.ParameterType)),
                StringComparer.OrdinalIgnoreCase);

    /// <summary>Parts of the path that are one of a list: they have the one form that they have in a query.</summary>
    private static Parameter[] WordsInPath(RouteEndpointBuilder endpoint) =>
    [
        .. endpoint.Metadata.OfType<IParameterBindingMetadata>()
            .Where(part => part.ParameterInfo.ParameterType.IsEnum
                && endpoint.RoutePattern.GetParameter(part.Name) is not null)
            .Select(part => new Parameter(part.Name, QueryForms.Of(part.ParameterInfo.ParameterType))),
    ];

    /// <summary>Null for what comes from the route, the body, a header or a service.</summary>
    private static string? NameInQuery(IParameterBindingMetadata parameter, RouteEndpointBuilder endpoint)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name);
        var sources = parameter.ParameterInfo.GetCustomAttributes(inherit: true);
        if (sources.OfType<IFromQueryMetadata>().FirstOrDefault() is { } said)
        {
            return said.Name ?? name;
        }

        var isElsewhere = parameter.HasBindAsync || endpoint.RoutePattern.GetParameter(parameter.Name) is not null
            || sources.Any(source => source is IFromHeaderMetadata or IFromBodyMetadata or IFromServiceMetadata);
        var isValue = parameter.HasTryParse || parameter.ParameterInfo.ParameterType == typeof(string);
        return isValue && !isElsewhere ? name : null;
    }

    private static void Check(HttpRequest request, Dictionary<string, Parameter> taken)
    {
        Dictionary<string, StringValues>? rewritten = null;
        foreach (var (name, values) in request.Query)
        {
            if (!taken.TryGetValue(name, out var parameter))
            {
                throw ProblemException.Field(name, "Unknown parameter.");
            }

            var given = Single(parameter, values);
            var read = Read(parameter, given);
            if (read != given)
            {
                rewritten ??= request.Query.ToDictionary(StringComparer.OrdinalIgnoreCase);
                rewritten[name] = read;
            }
        }

        if (rewritten is not null)
        {
            request.Query = new QueryCollection(rewritten);
        }
    }

    private static string Single(Parameter parameter, StringValues values) => values switch
    {
        [{ } value] when !string.IsNullOrWhiteSpace(value) => value,
        { Count: > 1 } => throw ProblemException.Field(parameter.Name, "The parameter is given once."),
        _ => throw ProblemException.Field(parameter.Name, "The value is empty: leave the parameter out."),
    };

    private static string Read(Parameter parameter, string value)
    {
        try
        {
            return parameter.Read(value);
        }
        catch (BrokenFormException e)
        {
            throw ProblemException.Field(parameter.Name, e.Rule);
        }
    }
}

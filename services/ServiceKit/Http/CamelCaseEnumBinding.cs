using System.Reflection;
using Microsoft.Extensions.Primitives;

namespace Technopark.ServiceKit.Http;

/// <summary>Lets a query name an enum's value in camelCase: the framework binds only the name in the code.</summary>
internal static class CamelCaseEnumBinding
{
    public static void AcceptCamelCase(EndpointBuilder endpoint)
    {
        var enums = endpoint.Metadata.OfType<MethodInfo>().SelectMany(method => method.GetParameters())
            .Select(parameter => (parameter.Name,
                Type: Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType))
            .Where(parameter => parameter.Type.IsEnum && parameter.Name is not null)
            .ToArray();
        if (enums.Length == 0 || endpoint.RequestDelegate is not { } next)
        {
            return;
        }

        endpoint.RequestDelegate = context =>
        {
            foreach (var (name, type) in enums)
            {
                Rename(context.Request, name!, type);
            }

            return next(context);
        };
    }

    private static void Rename(HttpRequest request, string name, Type type)
    {
        var given = request.Query[name];
        if (given is [] or [null or ""])
        {
            return;
        }

        // Numbers and several names are not what any document offers.
        var known = Array.Find(Enum.GetNames(type), offered => given is [{ } value]
            && JsonNamingPolicy.CamelCase.ConvertName(offered) == value)
            ?? throw ProblemException.Field(name,
                $"One of {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        var query = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        query[name] = new StringValues(known);
        request.Query = new QueryCollection(query);
    }
}

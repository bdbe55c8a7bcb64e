using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// What a client knows of a thing, as a strong entity tag: the xmin of its row, from which a change starts, and a hash
/// of all that was shown. Names of others in it, and what its caller may do, change without the row.
/// </summary>
internal static class ETag
{
    private const int HashBytes = 8;

    /// <param name="shown">The thing as JSON.</param>
    public static string Of(uint rowVersion, ReadOnlySpan<byte> shown) => string.Create(
        CultureInfo.InvariantCulture,
        $"\"{rowVersion}-{Convert.ToHexStringLower(SHA256.HashData(shown).AsSpan(0, HashBytes))}\"");

    /// <summary>True where a client was shown just this.</summary>
    public static bool IsKnown(string header, string tag) => Any(header, known => known == tag);

    /// <summary>True where a client knows this state of the row, whatever else it was shown.</summary>
    public static bool Matches(string header, uint rowVersion)
    {
        var row = rowVersion.ToString(CultureInfo.InvariantCulture);
        return Any(header, known => known.Trim('"').Split('-')[0] == row);
    }

    private static bool Any(string header, Func<string, bool> matches) =>
        EntityTagHeaderValue.TryParseStrictList([header], out var tags)
        && tags.Any(tag => tag.Tag == "*" || (!tag.IsWeak && matches(tag.Tag.ToString())));

    /// <summary>Refuses a condition that is none: to ignore it would do what was not to be done.</summary>
    public static void RefuseMalformedConditions(this IEndpointConventionBuilder endpoints) =>
        endpoints.Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } next)
            {
                endpoint.RequestDelegate = context =>
                {
                    Require(HeaderNames.IfMatch, context.Request.Headers.IfMatch);
                    Require(HeaderNames.IfNoneMatch, context.Request.Headers.IfNoneMatch);
                    return next(context);
                };
            }
        });

    private static void Require(string name, StringValues header)
    {
        if (header.ToString().Length > 0 && !EntityTagHeaderValue.TryParseStrictList([.. header!], out _))
        {
            throw ProblemException.Field(name, "An ETag stands in quotes, as it was given: \"123\"; or * for any.");
        }
    }
}

/// <summary>The If-Match header that every change of an existing thing must carry.</summary>
public sealed class IfMatch : IEndpointParameterMetadataProvider
{
    internal const string Header = "If-Match";

    private readonly string _header;

    private IfMatch(string header) => _header = header;

    /// <summary>Reads the header; without it the request is refused with 428.</summary>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context)
    {
        var header = context.Request.Headers.IfMatch.ToString();
        return header.Length > 0 ? ValueTask.FromResult<IfMatch?>(new IfMatch(header)) : throw new ProblemException(
            ProblemKind.PreconditionRequired, "ifMatchRequired",
            "Send If-Match with the ETag of the state you want to change.");
    }

    /// <summary>Refuses with 412 where the thing has changed since the client read it.</summary>
    public void Check(uint rowVersion)
    {
        if (!ETag.Matches(_header, rowVersion))
        {
            throw DatabaseProblems.Stale();
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new RequiredHeader(Header, "ETag of the state that the change starts from."));
}

/// <summary>A header that an operation needs; the OpenAPI document shows it.</summary>
internal sealed record RequiredHeader(string Name, string Description);

/// <summary>A header that an operation answers with; the OpenAPI document shows it.</summary>
internal sealed record AnsweredHeader(int Status, string Name, string Description)
{
    public static AnsweredHeader ETag(int status) =>
        new(status, "ETag", "State of the thing, for the If-Match of its next change.");
}

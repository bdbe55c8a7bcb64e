using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Technopark.ServiceKit.Http;

/// <summary>Refuses what no endpoint could read: other encodings than UTF-8, text that cannot be seen.</summary>
internal static class RequestTextValidation
{
    private const string Encoding = "utf-8";

    public static void UseReadableRequests(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.Charset.HasValue
            && !HeaderUtilities.RemoveQuotes(type.Charset).Equals(Encoding, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return;
        }

        Require(request.Query, PlainText.IsIn);
        if (request.HasFormContentType)
        {
            var form = await FormOfAsync(request);
            Require(form.Where(field => !IsSecret(field.Key)), PlainText.IsIn);
            Require(form.Where(field => IsSecret(field.Key)), secret => secret?.Any(char.IsControl) != true);
        }

        await next(context);
    });

    private static async Task<IFormCollection> FormOfAsync(HttpRequest request)
    {
        try
        {
            return await request.ReadFormAsync(request.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw ProblemException.Field("body", "The form cannot be read.");
        }
    }

    /// <summary>What is never shown may hold what cannot be seen.</summary>
    private static bool IsSecret(string field) => field.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static void Require(
        IEnumerable<KeyValuePair<string, StringValues>> fields, Func<string?, bool> isReadable)
    {
        foreach (var (name, values) in fields)
        {
            if (!PlainText.IsIn(name) || !values.All(isReadable))
            {
                throw ProblemException.Field(PlainText.IsIn(name) ? name : "query", PlainText.Rule);
            }
        }
    }
}

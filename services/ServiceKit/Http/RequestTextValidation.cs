using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Technopark.ServiceKit.Http;

/// <summary>Refuses what no endpoint could read: other encodings than UTF-8, control characters.</summary>
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

        Require(request.Query);
        if (request.HasFormContentType)
        {
            Require(await FormOfAsync(request));
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

    private static void Require(IEnumerable<KeyValuePair<string, StringValues>> fields)
    {
        foreach (var (name, values) in fields)
        {
            if (!PlainText.IsIn(name) || !values.All(PlainText.IsIn))
            {
                throw ProblemException.Field(PlainText.IsIn(name) ? name : "query", PlainText.Rule);
            }
        }
    }
}

using System.Net;

namespace Technopark.Portal.Shell;

/// <summary>What went wrong with a page: shown by the page for troubles, with what to do.</summary>
internal static partial class Troubles
{
    /// <summary>What a service refused becomes the status of the page; who must sign in is led there.</summary>
    public static void UseTroubles(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            var status = StatusOf(e);
            if (status == StatusCodes.Status500InternalServerError)
            {
                LogFailed(app.Logger, e, context.Request.Path);
            }

            context.Response.Clear();
            context.Features.Set(e as ApiProblemException);
            if (status == StatusCodes.Status401Unauthorized && HttpMethods.IsGet(context.Request.Method))
            {
                context.Response.Redirect(SignInPath(context.Request));
                return;
            }

            context.Response.StatusCode = status;
        }
    });

    /// <summary>Where one signs in and comes back.</summary>
    public static string SignInPath(HttpRequest request) =>
        $"/signin?returnUrl={Uri.EscapeDataString($"{request.Path.ToUriComponent()}{request.QueryString}")}";

    private static int StatusOf(Exception e) => e switch
    {
        ApiProblemException problem => (int)problem.Status,
        HttpRequestException { StatusCode: HttpStatusCode status } => (int)status,
        _ when Away.Is(e) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The page {Path} failed")]
    private static partial void LogFailed(ILogger logger, Exception e, string path);
}

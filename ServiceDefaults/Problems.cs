using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Technopark.ServiceDefaults;

/// <summary>Problem details (RFC 9457), the same for every refusal of every process.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:technopark:problem:";

    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        services.AddExceptionHandler<ProblemHandler>();
        services.Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = _ => true);
        services.AddProblemTexts(typeof(Problems).Assembly).AddSingleton<RussianProblems>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        return services.AddSingleton<IProblemDetailsWriter, FallbackProblemWriter>();
    }

    /// <summary>Gives every problem the project's type, words in the caller's language and the trace id.</summary>
    internal static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        var status = problem.Status ?? context.HttpContext.Response.StatusCode;
        var isOurs = problem.Type?.StartsWith(TypePrefix, StringComparison.Ordinal) == true;
        problem.Type = isOurs ? problem.Type : TypePrefix + ProblemTitles.CodeOf(status);
        problem.Title = Say(ProblemTitles.TitleOf(status), context.HttpContext);
        if (problem is HttpValidationProblemDetails validation)
        {
            validation.Errors = validation.Errors.ToDictionary(
                error => FieldName(error.Key),
                error => isOurs ? error.Value : Say(error.Value.Select(ProblemText.Of), context.HttpContext));
            problem.Detail ??= string.Join(
                ' ', validation.Errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}"));
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
    }

    public static ProblemDetails Of(ProblemException refusal, HttpContext context)
    {
        var problem = refusal.Errors is { } errors
            ? new HttpValidationProblemDetails(
                errors.ToDictionary(error => error.Key, error => Say(error.Value, context)))
            : new ProblemDetails();
        problem.Status = (int)refusal.Kind;
        problem.Type = TypePrefix + refusal.Code;
        problem.Detail = Say(refusal.Detail, context);
        return problem;
    }

    private static string[] Say(IEnumerable<ProblemText> rules, HttpContext context) =>
        [.. rules.Select(rule => Say(rule, context))];

    /// <summary>In Russian for who asks for it, in English for all others.</summary>
    private static string Say(ProblemText text, HttpContext context) => RussianProblems.IsAskedFor(context.Request)
        ? text.InRussian(context.RequestServices.GetRequiredService<RussianProblems>()) : text.ToString();

    private static string FieldName(string path) =>
        string.Join('.', path.Split('.').Select(part => JsonNamingPolicy.CamelCase.ConvertName(part)));
}

/// <summary>Turns exceptions into problems. What is not meant for the caller goes to the log alone.</summary>
internal sealed partial class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log)
    : IExceptionHandler
{
    private const string RetryAfterSeconds = "1";

    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            ProblemException refusal => Problems.Of(refusal, httpContext),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } bad =>
                Problems.Of(BadRequests.Explain(bad), httpContext),
            BadHttpRequestException bad => new ProblemDetails { Status = bad.StatusCode },
            OperationCanceledException when httpContext.RequestAborted.IsCancellationRequested => null,
            _ => new ProblemDetails { Status = StatusCodes.Status500InternalServerError },
        };
        if (problem is null)
        {
            return true;
        }

        if (problem.Status == StatusCodes.Status500InternalServerError)
        {
            LogUnhandled(log, exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        httpContext.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        await problems.WriteAsync(new() { HttpContext = httpContext, ProblemDetails = problem });
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed")]
    private static partial void LogUnhandled(ILogger logger, Exception e, string method, string path);
}

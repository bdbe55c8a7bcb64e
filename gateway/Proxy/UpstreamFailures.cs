using Yarp.ReverseProxy.Forwarder;

namespace Technopark.Gateway.Proxy;

/// <summary>What a client can do about a service that is away, slow or cut off: status, and when to retry.</summary>
internal static class UpstreamFailures
{
    private const string RetryAfterSeconds = "1";

    public static void UseUpstreamFailures(this IReverseProxyApplicationBuilder proxy) => proxy.Use(
        async (context, next) =>
    {
        await next(context);
        if (context.Response.HasStarted || context.GetForwarderErrorFeature() is not { } failure)
        {
            return;
        }

        var status = BadRequestIn(failure.Exception)?.StatusCode ?? StatusOf(failure.Error);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    });

    private static int StatusOf(ForwarderError failure) => failure switch
    {
        ForwarderError.RequestTimedOut => StatusCodes.Status504GatewayTimeout,
        ForwarderError.RequestBodyClient or ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled =>
            StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    /// <summary>The client's own fault, found while its body was on the way: too long, or cut short.</summary>
    private static BadHttpRequestException? BadRequestIn(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad,
        AggregateException many => many.InnerExceptions.Select(BadRequestIn).FirstOrDefault(bad => bad is not null),
        { InnerException: { } inner } => BadRequestIn(inner),
        _ => null,
    };
}

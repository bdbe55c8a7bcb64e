using Yarp.ReverseProxy.Forwarder;

namespace Technopark.Gateway.Proxy;

/// <summary>
/// Says what a client can do about a service that is away, slow or cut off: the status, and when to come back.
/// </summary>
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

        var status = StatusOf(failure);
        context.Response.StatusCode = status;
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        }
    });

    private static int StatusOf(IForwarderErrorFeature failure)
    {
        if (BadRequestIn(failure.Exception) is { } bad)
        {
            return bad.StatusCode;
        }

        return failure.Error switch
        {
            ForwarderError.RequestTimedOut => StatusCodes.Status504GatewayTimeout,
            ForwarderError.RequestBodyClient or ForwarderError.RequestCanceled or ForwarderError.RequestBodyCanceled =>
                StatusCodes.Status400BadRequest,
            _ => StatusCodes.Status503ServiceUnavailable,
        };
    }

    /// <summary>
    /// The client's own fault, found only while its body was on the way: too long, or not as announced.
    /// </summary>
    private static BadHttpRequestException? BadRequestIn(Exception? exception) => exception switch
    {
        BadHttpRequestException bad => bad,
        AggregateException many => many.InnerExceptions.Select(BadRequestIn).FirstOrDefault(bad => bad is not null),
        { InnerException: { } inner } => BadRequestIn(inner),
        _ => null,
    };
}

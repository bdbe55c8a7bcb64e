using Microsoft.AspNetCore.Http.Features;

namespace Technopark.Gateway.Edge;

/// <summary>
/// Refuses a body by the length it announces, and sets the limit at which one that announces none is cut off.
/// </summary>
internal static class BodyLimit
{
    public static void UseBodyLimit(this WebApplication app)
    {
        var limit = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.MaxBodyBytes;
        app.Use((context, next) =>
        {
            if (context.Request.ContentLength > limit)
            {
                context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                return Task.CompletedTask;
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                body.MaxRequestBodySize = limit;
            }

            return next(context);
        });
    }
}

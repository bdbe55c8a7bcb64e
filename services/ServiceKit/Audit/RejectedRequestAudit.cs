using Microsoft.AspNetCore.Diagnostics;

namespace Technopark.ServiceKit.Audit;

/// <summary>Records refusals: every 403, and of writes 401, 404, 409, 412 and 422. No mistakes in form.</summary>
internal static class RejectedRequestAudit
{
    /// <summary>Around everything, so that it sees the answer as the client does.</summary>
    public static void UseRefusals(this WebApplication app)
    {
        var audit = app.Services.GetRequiredService<AuditLog>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode >= StatusCodes.Status401Unauthorized && IsRecorded(context))
            {
                Record(audit, context);
            }
        });
    }

    private static bool IsRecorded(HttpContext context)
    {
        var isWrite = !HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method);
        return context.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => true,
            StatusCodes.Status401Unauthorized or StatusCodes.Status404NotFound or StatusCodes.Status409Conflict
                or StatusCodes.Status412PreconditionFailed or StatusCodes.Status422UnprocessableEntity => isWrite,
            _ => false,
        };
    }

    private static void Record(AuditLog audit, HttpContext context)
    {
        // After an exception the request itself does not know any more what it was for.
        var failed = context.Features.Get<IExceptionHandlerFeature>();
        if ((failed?.Endpoint ?? context.GetEndpoint()) is not RouteEndpoint endpoint)
        {
            return;
        }

        var route = failed?.RouteValues ?? context.Request.RouteValues;
        Guid? thing = Guid.TryParse(route.GetValueOrDefault("id") as string, out var id) ? id : null;
        var status = context.Response.StatusCode;
        audit.Refuse(context, endpoint, thing, status,
            failed?.Error is ProblemException refusal ? refusal.Code : ProblemTitles.CodeOf(status));
    }
}

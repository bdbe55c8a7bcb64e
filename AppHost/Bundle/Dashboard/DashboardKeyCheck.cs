using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Aspire.Hosting.Dashboard;

/// <summary>Anything on this machine can connect: only the dashboard knows the key.</summary>
internal sealed class DashboardKeyCheck(RequestDelegate next, DashboardSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var shown = Encoding.UTF8.GetBytes(context.Request.Headers["x-resource-service-api-key"].ToString());
        if (CryptographicOperations.FixedTimeEquals(shown, Encoding.UTF8.GetBytes(settings.ResourceServiceKey)))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace Technopark.ServiceDefaults;

/// <summary>Writes the problem where Accept names something else: the framework would write nothing.</summary>
internal sealed class FallbackProblemWriter(IOptions<JsonOptions> json) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        Problems.Complete(context);
        var problem = context.ProblemDetails;
        problem.Status ??= context.HttpContext.Response.StatusCode;
        await context.HttpContext.Response.WriteAsJsonAsync(
            problem, problem.GetType(), json.Value.SerializerOptions, "application/problem+json",
            context.HttpContext.RequestAborted);
    }
}

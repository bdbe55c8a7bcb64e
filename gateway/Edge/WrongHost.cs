namespace Technopark.Gateway.Edge;

/// <summary>
/// Says why to whoever asks for another host. The framework's filter of hosts stands before every step of the pipeline
/// and answers without a body; this stands around it.
/// </summary>
internal sealed class WrongHost(IProblemDetailsService problems) : IStartupFilter
{
    private static readonly ProblemText Rule = "The park is not reached under this name.";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseSecurityHeaders();
        app.Use(async (context, filter) =>
        {
            await filter(context);
            // What a service answered has a length, even without a body.
            if (context.Response is
                { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false, ContentLength: null })
            {
                await problems.WriteAsync(new() { HttpContext = context, ProblemDetails = Problem() });
            }
        });
        next(app);
    };

    private static HttpValidationProblemDetails Problem() => new(new Dictionary<string, string[]>
    {
        ["host"] = [Rule.ToString()],
    })
    { Status = StatusCodes.Status400BadRequest };
}

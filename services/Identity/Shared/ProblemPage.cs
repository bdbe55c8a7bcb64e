namespace Technopark.Identity.Shared;

/// <summary>Shows problems as a page to whoever accepts HTML; other clients get problem details.</summary>
internal sealed class ProblemPage(EndpointDataSource endpoints) : IProblemDetailsWriter
{
    private const string Error = "/Shared/Error";

    public bool CanWrite(ProblemDetailsContext context)
    {
        var request = context.HttpContext.Request;
        return request.Path.StartsWithSegments("/identity")
            && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        var page = endpoints.Endpoints.First(
            endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath == Error);
        http.SetEndpoint(page);
        http.Request.RouteValues = new RouteValueDictionary { ["page"] = Error };
        await page.RequestDelegate!(http);
    }
}

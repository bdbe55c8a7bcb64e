using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Technopark.ServiceKit.Http;

/// <summary>200 with a thing and its ETag; 304 where the client has that state already.</summary>
public sealed class OkWithETag<TView>(TView view, uint rowVersion) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.ETag = ETag.Of(rowVersion);
        var method = httpContext.Request.Method;
        if ((HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            && httpContext.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known
            && ETag.Matches(known, rowVersion))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return response.WriteAsJsonAsync(view, ApiJson.Options, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) => builder.Metadata.Add(
        new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TView), ["application/json"]));
}

/// <summary>Makes <see cref="OkWithETag{TView}"/> of an aggregate.</summary>
public static class OkWithETag
{
    /// <summary>The view of a thing under the ETag of its root.</summary>
    public static OkWithETag<TView> Of<TRoot, TView>(TRoot root, Func<TRoot, TView> view)
        where TRoot : AggregateRoot => new(view(root), root.RowVersion);
}

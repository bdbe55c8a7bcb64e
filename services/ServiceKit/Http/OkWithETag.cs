using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Technopark.ServiceKit.Http;

/// <summary>200 with a thing and its ETag; 304 where the client has all of that already.</summary>
public sealed class OkWithETag<TView>(TView view, uint rowVersion) : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var json = JsonSerializer.SerializeToUtf8Bytes(view, ApiJson.Options);
        var tag = ETag.Of(rowVersion, json);
        response.Headers.ETag = tag;
        var method = httpContext.Request.Method;
        if ((HttpMethods.IsGet(method) || HttpMethods.IsHead(method))
            && httpContext.Request.Headers.IfNoneMatch.ToString() is { Length: > 0 } known
            && ETag.IsKnown(known, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentType = "application/json; charset=utf-8";
        return response.Body.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TView), ["application/json"]));
        builder.Metadata.Add(AnsweredHeader.ETag(StatusCodes.Status200OK));
    }
}

/// <summary>Makes <see cref="OkWithETag{TView}"/> of an aggregate.</summary>
public static class OkWithETag
{
    /// <summary>The view of a thing under the ETag of its root.</summary>
    public static OkWithETag<TView> Of<TRoot, TView>(TRoot root, Func<TRoot, TView> view)
        where TRoot : AggregateRoot => new(view(root), root.RowVersion);
}

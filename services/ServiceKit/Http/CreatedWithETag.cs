using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace Technopark.ServiceKit.Http;

/// <summary>201 with Location and ETag; the body is kept as text, so that a replay is the same to the byte.</summary>
public sealed class CreatedWithETag<TView>(string json, string location, uint rowVersion) : IResult,
IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status201Created;
        response.Headers.Location = location;
        response.Headers.ETag = ETag.Of(rowVersion, Encoding.UTF8.GetBytes(json));
        response.ContentType = "application/json; charset=utf-8";
        return response.WriteAsync(json, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(TView), ["application/json"]));
        builder.Metadata.Add(AnsweredHeader.ETag(StatusCodes.Status201Created));
        builder.Metadata.Add(new AnsweredHeader(StatusCodes.Status201Created, "Location", "Where the new thing is."));
    }
}

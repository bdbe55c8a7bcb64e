using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>Shows of answers what the generator does not see: headers, and that a file is one.</summary>
internal static class AnswersInOpenApi
{
    public static Task ShowAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (var header in metadata.OfType<AnsweredHeader>())
        {
            if (AnswerOf(operation, header.Status) is { } answer)
            {
                (answer.Headers ??= new Dictionary<string, IOpenApiHeader>())[header.Name] = new OpenApiHeader
                {
                    Description = header.Description,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                };
            }
        }

        foreach (var file in metadata.OfType<IProducesResponseTypeMetadata>())
        {
            if ((file.Type is null || file.Type == typeof(void)) && AnswerOf(operation, file.StatusCode) is { } answer)
            {
                Describe(file, answer);
            }
        }

        return Task.CompletedTask;
    }

    private static void Describe(IProducesResponseTypeMetadata file, OpenApiResponse answer)
    {
        foreach (var type in file.ContentTypes)
        {
            (answer.Content ??= new Dictionary<string, OpenApiMediaType>())[type] = new OpenApiMediaType
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
            };
        }
    }

    private static OpenApiResponse? AnswerOf(OpenApiOperation operation, int status) =>
        operation.Responses?.GetValueOrDefault($"{status}") as OpenApiResponse;
}

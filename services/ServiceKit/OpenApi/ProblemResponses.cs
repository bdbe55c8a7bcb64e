using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>Shows with which problems an operation can answer, by what its endpoint is; each with an example.</summary>
internal static class ProblemResponses
{
    private const string MediaType = "application/problem+json";
    private const string Schema = "Problem";

    public static Task ShowAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var texts = context.ApplicationServices.GetRequiredService<RussianProblems>();
        var document = context.Document!;
        operation.Responses ??= [];
        foreach (var status in StatusesOf(context.Description))
        {
            Add($"{status}", ProblemTitles.CodeOf(status), ProblemTitles.TitleOf(status), ExampleOf(status));
        }

        Add("default", "problem", ProblemTitles.TitleOf(default), null);
        return Task.CompletedTask;

        void Add(string status, string name, ProblemText title, JsonObject? example)
        {
            if (document.Components?.Responses?.ContainsKey(name) != true)
            {
                var description = $"{title} / {title.InRussian(texts)}";
                document.AddComponent<IOpenApiResponse>(name, ResponseOf(description, example, document));
            }

            operation.Responses.TryAdd(status, new OpenApiResponseReference(name, document));
        }
    }

    /// <summary>What every problem says.</summary>
    public static Task DescribeAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.AddComponent<IOpenApiSchema>(Schema, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "A problem (RFC 9457) / Отказ (RFC 9457).",
            Required = new HashSet<string> { "type", "title", "status", "traceId" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = Text("urn:technopark:problem:CODE; the code is the same in every language."),
                ["title"] = Text("The kind of problem, in the language of Accept-Language."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = Text("What happened this time."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Rules that were broken, by member, parameter or header: founders[0].role.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(null) },
                },
                ["traceId"] = Text("By which an operator finds the request."),
            },
        });
        return Task.CompletedTask;
    }

    private static OpenApiSchema Text(string? description) =>
        new() { Type = JsonSchemaType.String, Description = description };

    private static IEnumerable<int> StatusesOf(ApiDescription operation)
    {
        var metadata = operation.ActionDescriptor.EndpointMetadata;
        var isOpen = metadata.OfType<AccessRow>().LastOrDefault()?.IsOpen == true;
        var headers = metadata.OfType<RequiredHeader>().Select(header => header.Name).ToHashSet();
        var (changes, creates) = (headers.Contains(IfMatch.Header), headers.Contains(IdempotencyExtensions.Header));
        var takesBody = operation.ParameterDescriptions.Any(parameter => parameter.Source == BindingSource.Body);
        return new (int Status, bool IsPossible)[]
        {
            (400, true), (401, !isOpen), (403, !isOpen),
            (404, operation.RelativePath?.Contains('{', StringComparison.Ordinal) == true),
            (409, changes || creates), (412, changes), (413, takesBody), (415, takesBody), (422, creates),
            (428, changes), (429, true), (503, true),
        }.Where(answer => answer.IsPossible).Select(answer => answer.Status);
    }

    private static OpenApiResponse ResponseOf(string description, JsonObject? example, OpenApiDocument document)
    {
        var waits = example?["status"]?.GetValue<int>() is 429 or 503;
        return new()
        {
            Description = description,
            Headers = !waits ? null : new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader
                {
                    Description = "Seconds after which the request may succeed.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
                },
            },
            Content = new Dictionary<string, OpenApiMediaType>
            {
                [MediaType] = new() { Schema = new OpenApiSchemaReference(Schema, document), Example = example },
            },
        };
    }

    private static JsonObject ExampleOf(int status)
    {
        const string Rule = "The value is between 1 and 200.";
        var (code, detail) = status switch
        {
            400 => ("invalid", $"limit: {Rule}"),
            404 => ("notFound", "There is no company 01997f3e-5f6a-7cc1-8a52-0d8f4e2b9c11."),
            409 => ("invalidTransition", "'verify' is not possible while the state is 'rejected'."),
            422 => ("idempotencyKeyReused", "This Idempotency-Key was used for another request."),
            _ => (ProblemTitles.CodeOf(status), null),
        };
        var example = new JsonObject
        {
            ["type"] = $"urn:technopark:problem:{code}",
            ["title"] = ProblemTitles.TitleOf(status).ToString(),
            ["status"] = status,
            ["traceId"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        };
        if (detail is not null)
        {
            example.Add("detail", detail);
        }

        if (status == 400)
        {
            example.Add("errors", new JsonObject { ["limit"] = new JsonArray(Rule) });
        }

        return example;
    }
}

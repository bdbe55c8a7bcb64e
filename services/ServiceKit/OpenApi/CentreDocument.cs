using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>The OpenAPI document of a centre.</summary>
internal static class CentreDocument
{
    public static void AddCentreDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer((document, context, _) =>
        {
            var centre = context.ApplicationServices.GetRequiredService<CentreInfo>();
            document.Info = new OpenApiInfo { Title = $"Technopark: {centre.Name}", Version = "v1" };
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
        // It is answered as GET is.
        options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? $"{type.Type.DeclaringType?.Name}{name}" : null;
        options.AddSchemaTransformer(ShowMoney);
        options.AddSchemaTransformer(ShowInstants);
        options.AddSchemaTransformer(ShowFacts);
        options.AddSchemaTransformer(ShowSizes);
        options.AddSchemaTransformer(ShowDecimals);
        options.AddOperationTransformer(RussianSummaries.AddAsync);
        options.AddOperationTransformer(ShowRequiredHeaders);
        options.AddOperationTransformer(ShowProblems);
        options.AddOperationTransformer(AccessInOpenApi.ShowAsync);
    });

    /// <summary>A converter writes money: the generator cannot see what.</summary>
    private static Task ShowMoney(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Money))
        {
            schema.Type = type == typeof(Money) ? JsonSchemaType.Object : JsonSchemaType.Null | JsonSchemaType.Object;
            schema.Required = new HashSet<string> { "amount", "currency" };
            schema.AdditionalPropertiesAllowed = false;
            schema.Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["amount"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Pattern = @"^-?[0-9]{1,15}(\.[0-9]{1,4})?$",
                },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" },
            };
        }

        return Task.CompletedTask;
    }

    /// <summary>A converter reads them, too.</summary>
    private static Task ShowInstants(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset))
        {
            schema.Type = type == typeof(DateTimeOffset)
                ? JsonSchemaType.String : JsonSchemaType.Null | JsonSchemaType.String;
        }

        return Task.CompletedTask;
    }

    /// <summary>The date of a fact is not in the future; no keyword of the schema says so.</summary>
    private static Task ShowFacts(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (LegalDates.HaveHappened(context.JsonPropertyInfo) is true)
        {
            (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-happened"] =
                new JsonNodeExtension(true);
        }

        return Task.CompletedTask;
    }

    /// <summary>Of texts by name: the generator writes MaxLength as that of a text, and knows no sum.</summary>
    private static Task ShowSizes(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(
            typeof(CharactersAtMostAttribute), inherit: true) is [CharactersAtMostAttribute size])
        {
            (schema.MaxProperties, schema.MaxLength) = (schema.MaxLength, null);
            (schema.Extensions ??= new Dictionary<string, IOpenApiExtension>())["x-max-characters"] =
                new JsonNodeExtension(size.AtMost);
        }

        return Task.CompletedTask;
    }

    /// <summary>More of them than are kept are refused.</summary>
    private static Task ShowDecimals(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonPropertyInfo is { } property && DecimalsAttribute.Of(property) is { } decimals
            && property.DeclaringType.Name.EndsWith("Request", StringComparison.Ordinal))
        {
            schema.MultipleOf = (decimal)Math.Pow(10, -decimals);
        }

        return Task.CompletedTask;
    }

    private static Task ShowRequiredHeaders(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var header in context.Description.ActionDescriptor.EndpointMetadata.OfType<RequiredHeader>())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = true,
                Description = header.Description,
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            });
        }

        return Task.CompletedTask;
    }

    private static Task ShowProblems(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse
        {
            Description = "A problem (RFC 9457): type is urn:technopark:problem:<code>, errors names fields and rules.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
        });
        return Task.CompletedTask;
    }
}

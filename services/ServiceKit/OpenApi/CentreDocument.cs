using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>The OpenAPI document of a centre.</summary>
internal static class CentreDocument
{
    // By which the generator knows that a schema has a name.
    private const string SchemaId = "x-schema-id";

    public static void AddCentreDocument(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.AddDocumentTransformer(Introduction.WriteAsync);
        options.AddDocumentTransformer(AccessInOpenApi.ShowSignInAsync);
        options.AddDocumentTransformer(ProblemResponses.DescribeAsync);
        // It is answered as GET is.
        options.ShouldInclude = description => description.HttpMethod != HttpMethods.Head;
        options.CreateSchemaReferenceId = type => OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
            ? $"{type.Type.DeclaringType?.Name}{name}" : null;
        options.AddSchemaTransformer(ShowMoney);
        options.AddSchemaTransformer(ShowEnums);
        options.AddSchemaTransformer(ShowInstants);
        options.AddSchemaTransformer(ShowFacts);
        options.AddSchemaTransformer(ShowSizes);
        options.AddSchemaTransformer(ShowDecimals);
        options.AddOperationTransformer(RussianSummaries.AddAsync);
        options.AddOperationTransformer(AnswersInOpenApi.ShowAsync);
        options.AddOperationTransformer(ShowRequiredHeaders);
        options.AddOperationTransformer(ProblemResponses.ShowAsync);
        options.AddOperationTransformer(AccessInOpenApi.ShowAsync);
    });

    /// <summary>A converter writes money: the generator cannot see what.</summary>
    private static Task ShowMoney(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        if (context.JsonTypeInfo.Type == typeof(Money))
        {
            Describe(schema);
        }
        else if (context.JsonTypeInfo.Type == typeof(Money?))
        {
            var money = new OpenApiSchema { Metadata = new Dictionary<string, object> { [SchemaId] = nameof(Money) } };
            Describe(money);
            schema.Type = null;
            schema.OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, money];
        }

        return Task.CompletedTask;

        static void Describe(OpenApiSchema money)
        {
            money.Type = JsonSchemaType.Object;
            money.Required = new HashSet<string> { "amount", "currency" };
            money.AdditionalPropertiesAllowed = false;
            money.Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["amount"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Pattern = @"^-?[0-9]{1,15}(\.[0-9]{1,4})?$",
                },
                ["currency"] = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Z]{3}$" },
            };
        }
    }

    /// <summary>Where null may stand, the property says: it is none of the names.</summary>
    private static Task ShowEnums(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName)
                .Select(name => (JsonNode)JsonValue.Create(name))];
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
}

namespace Technopark.Gateway.Tests;

/// <summary>What a document allows to be sent passes the gateway: the longest body of every operation.</summary>
public sealed class DocumentedSizeTests
{
    /// <summary>Of a letter that a client escapes: \u0436.</summary>
    private const int BytesOfLetter = 6;

    /// <summary>Of a name with its punctuation, a number or a date.</summary>
    private const int BytesOfOthers = 64;

    private static readonly long Limit = new GatewayOptions().MaxBodyBytes;

    [Fact]
    public void The_longest_body_of_every_operation_passes()
    {
        var bodies = ParkClient.Repository.Centres.SelectMany(Operation.Of)
            .Where(operation => operation.Body is not null).ToArray();
        Assert.NotEmpty(bodies);
        Assert.All(bodies, operation =>
        {
            var bytes = BytesOf(operation, operation.Body!.Value, operation.Name);
            Assert.True(bytes <= Limit, $"{operation.Name} may have {bytes} bytes, and {Limit} pass.");
        });
    }

    private static long BytesOf(Operation operation, JsonElement schema, string path)
    {
        var shape = Resolve(operation, schema);
        if (shape.TryGetProperty("properties", out var properties))
        {
            return properties.EnumerateObject().Sum(property => BytesOfOthers
                + BytesOf(operation, property.Value, $"{path}.{property.Name}"));
        }

        if (shape.TryGetProperty("items", out var items))
        {
            return Bound(shape, "maxItems", path) * (BytesOfOthers + BytesOf(operation, items, $"{path}[]"));
        }

        if (shape.TryGetProperty("additionalProperties", out var texts) && texts.ValueKind == JsonValueKind.Object)
        {
            return (Bound(shape, "x-max-characters", path) * BytesOfLetter)
                + (Bound(shape, "maxProperties", path) * BytesOfOthers);
        }

        return shape.TryGetProperty("maxLength", out var length)
            ? (length.GetInt64() * BytesOfLetter) + BytesOfOthers
            : IsShort(shape) || path.EndsWith("[]", StringComparison.Ordinal)
                ? BytesOfOthers
                : throw new InvalidOperationException($"{path}: the document does not say how long it may be.");
    }

    private static bool IsShort(JsonElement shape) => shape.TryGetProperty("enum", out _)
        || shape.TryGetProperty("format", out _) || shape.TryGetProperty("pattern", out _)
        || (shape.TryGetProperty("type", out var type)
            && !type.GetRawText().Contains("string", StringComparison.Ordinal));

    private static long Bound(JsonElement shape, string keyword, string path) =>
        shape.TryGetProperty(keyword, out var bound) ? bound.GetInt64()
            : throw new InvalidOperationException($"{path}: the document does not say {keyword}.");

    private static JsonElement Resolve(Operation operation, JsonElement schema) =>
        schema.TryGetProperty("oneOf", out var either) ? Resolve(operation, either.EnumerateArray().Last())
        : schema.TryGetProperty("$ref", out var reference)
            ? operation.Schemas.GetProperty(reference.GetString()!.Split('/')[^1]) : schema;
}

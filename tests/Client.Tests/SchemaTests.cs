using System.Reflection;
using Technopark.Contracts;

namespace Technopark.Client.Tests;

/// <summary>What the documents say of data is what programs get in C#.</summary>
public sealed class SchemaTests
{
    // Written by hand, or no data of anybody.
    private static readonly string[] Shared = ["JsonElement", "Money", "Problem", "SseItemOfstring"];

    public static TheoryData<string, string> Schemas =>
        [.. ApiDocuments.Schemas.Keys.Where(key => !Shared.Contains(key.Schema))
            .Select(key => new TheoryDataRow<string, string>(key.Service, key.Schema))];

    [Theory, MemberData(nameof(Schemas))]
    public void Every_schema_has_its_type(string service, string name)
    {
        var (schema, type) = (ApiDocuments.Schemas[(service, name)], ApiDocuments.TypeOf(service, name));
        Assert.True(type is not null, $"{service} has no {name}.");
        if (schema.Find("enum") is { } values)
        {
            HasValues(type, values);
            return;
        }

        foreach (var member in schema.GetProperty("properties").EnumerateObject())
        {
            var property = type.GetProperty($"{char.ToUpperInvariant(member.Name[0])}{member.Name[1..]}");
            Assert.True(property?.SetMethod is { IsPublic: true }, $"{service}.{name} has no {member.Name} to set.");
            var (expected, isNullable) = ExpectedOf(service, member.Value);
            Assert.Equal((member.Name, expected), (member.Name, property.PropertyType));
            Assert.Equal(
                (member.Name, isNullable ? NullabilityState.Nullable : NullabilityState.NotNull),
                (member.Name, new NullabilityInfoContext().Create(property).ReadState));
        }
    }

    [Fact]
    public void No_schema_is_left_out() => Assert.True(Schemas.Count > 100);

    private static void HasValues(Type type, JsonElement values)
    {
        var texts = values.EnumerateArray().Select(value => value.GetString()).Where(value => value is not null);
        Assert.Equal(texts, Enum.GetValues(type).Cast<object>().Select(
            value => JsonSerializer.SerializeToElement(value, type, ContractJson.Options).GetString()));
    }

    private static (Type Type, bool IsNullable) ExpectedOf(string service, JsonElement member)
    {
        var (shape, name, isNullable) = ApiDocuments.Resolve(service, member);
        var plain = PlainOf(service, shape, name);
        return (isNullable && plain.IsValueType ? typeof(Nullable<>).MakeGenericType(plain) : plain, isNullable);
    }

    private static Type PlainOf(string service, JsonElement shape, string? name) =>
        (name, shape.Find("format")?.GetString(), ApiDocuments.TypesOf(shape).Except(["null"]).FirstOrDefault()) switch
        {
            ("Money", _, _) => typeof(Money),
            ("JsonElement", _, _) => typeof(JsonElement),
            ({ } named, _, _) => ApiDocuments.TypeOf(service, named)!,
            (_, "uuid", _) => typeof(Guid),
            (_, "date", _) => typeof(DateOnly),
            (_, "date-time", _) => typeof(DateTimeOffset),
            (_, "double", _) => typeof(decimal),
            (_, "int32", _) => typeof(int),
            (_, "int64", _) => typeof(long),
            (_, _, "boolean") => typeof(bool),
            (_, _, "string") => typeof(string),
            (_, _, "array") => typeof(IReadOnlyList<>).MakeGenericType(
                ExpectedOf(service, shape.GetProperty("items")).Type),
            (_, _, "object") => typeof(IReadOnlyDictionary<,>).MakeGenericType(
                typeof(string), ExpectedOf(service, shape.GetProperty("additionalProperties")).Type),
            var other => throw new InvalidOperationException($"What is {other} in C#?"),
        };
}

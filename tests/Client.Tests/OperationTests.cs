using System.Net.ServerSentEvents;

namespace Technopark.Client.Tests;

/// <summary>The client has what the documents have. Where it has not, it is built again after the documents.</summary>
public sealed class OperationTests
{
    public static TheoryData<string, string> Operations =>
        [.. ApiDocuments.Operations.Keys.Select(key => new TheoryDataRow<string, string>(key.Service, key.Operation))];

    [Fact]
    public void Documents_are_found() => Assert.True(ApiDocuments.Operations.Count > 100);

    [Theory, MemberData(nameof(Operations))]
    public void Every_operation_has_a_method_with_its_parameters(string service, string operation)
    {
        var document = ApiDocuments.Operations[(service, operation)];
        var method = ApiDocuments.TypeOf(service, $"{service}Client")?.GetMethod($"{operation}Async");
        Assert.True(method is not null, $"{service}Client has no {operation}Async.");
        Assert.Equal(AnswerOf(service, document), method.ReturnType);
        Assert.Equal(
            [.. ParametersOf(document), ("ct", false)],
            method.GetParameters().Select(parameter => (parameter.Name!, !parameter.HasDefaultValue)));
    }

    /// <summary>Those that are required come first, each in the document's order; the body after them.</summary>
    private static IEnumerable<(string Name, bool IsRequired)> ParametersOf(JsonElement operation)
    {
        var parameters = operation.Find("parameters") is { } all ? all.EnumerateArray() : default;
        return parameters.Select(one => (NameOf(one), one.Find("required")?.GetBoolean() == true))
            .Concat(operation.Find("requestBody") is { } body
                ? [("body", body.Find("required")?.GetBoolean() == true)] : [])
            .OrderBy(parameter => !parameter.Item2);
    }

    /// <summary><c>ifMatch</c> of <c>If-Match</c>.</summary>
    private static string NameOf(JsonElement parameter) => JsonNamingPolicy.CamelCase.ConvertName(
        parameter.GetProperty("name").GetString()!.Replace("-", "", StringComparison.Ordinal));

    private static Type AnswerOf(string service, JsonElement operation)
    {
        var success = operation.GetProperty("responses").EnumerateObject().First(answer => answer.Name[0] == '2').Value;
        if (success.Find("content")?.EnumerateObject().Single() is not { } content)
        {
            return typeof(Task<Answer<object>>);
        }

        if (content.Name == "text/event-stream")
        {
            return typeof(IAsyncEnumerable<SseItem<string>>);
        }

        var result = content.Name == "application/json"
            ? ApiDocuments.TypeOf(service, ApiDocuments.Resolve(service, content.Value.GetProperty("schema")).Name!)
            : typeof(Stream);
        return typeof(Task<>).MakeGenericType(typeof(Answer<>).MakeGenericType(result!));
    }
}

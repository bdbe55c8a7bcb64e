using System.Text.Json.Nodes;
using Technopark.Contracts.Tests.ContractSnapshots;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>The snapshots as examples: a schema that does not fit them is found.</summary>
internal static class MessageExamples
{
    public static JsonArray Of(string name, Type type)
    {
        var snapshot = EventSnapshots.All.FirstOrDefault(snapshot => snapshot.Name == name);
        return snapshot is null
            ? []
            : [new JsonObject
            {
                ["headers"] = Headers(name, type, snapshot.Fact),
                ["payload"] = JsonNode.Parse(snapshot.Json),
            }];
    }

    private static JsonObject Headers(string name, Type type, IntegrationEvent message)
    {
        var payload = JsonSerializer.SerializeToNode(message, type, ContractJson.Options)!.AsObject();
        var headers = new JsonObject
        {
            ["cloudEvents:id"] = "01890a5d-ac96-774b-bcce-b302099a8100",
            ["cloudEvents:source"] = $"/technopark/{EventTypes.ServiceOf(type)}",
            ["cloudEvents:specversion"] = "1.0",
            ["cloudEvents:type"] = name,
            ["cloudEvents:subject"] = payload[0]!.GetValue<string>(),
            ["cloudEvents:time"] = "2024-02-09T12:00:00.0000000Z",
            ["cloudEvents:correlationid"] = "01890a5d-ac96-774b-bcce-b302099a8101",
            ["cloudEvents:causationid"] = "01890a5d-ac96-774b-bcce-b302099a8102",
            ["cloudEvents:sequence"] = "00000000000000001042",
            ["traceparent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        };
        if (EventTypes.CompanyOf(message) is { } company)
        {
            headers["cloudEvents:companyid"] = company.ToString();
        }

        return headers;
    }
}

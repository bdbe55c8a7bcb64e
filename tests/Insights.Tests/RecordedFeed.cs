using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Technopark.Contracts;
using Technopark.Feed.V1;

namespace Technopark.Insights.Tests;

/// <summary>Serves recorded events as the centres serve theirs.</summary>
public sealed class RecordedFeed : EventFeed.EventFeedBase
{
    /// <summary>What it serves, in this order.</summary>
    public IReadOnlyList<Recorded> Events { get; set; } = [];

    public override async Task Read(
        ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
    {
        foreach (var (recorded, position) in Events.Select((recorded, position) => (recorded, position)))
        {
            var type = EventTypes.NameOf(recorded.Fact.GetType());
            if (request.Types_.Contains(type))
            {
                await responseStream.WriteAsync(new FeedEvent
                {
                    Cursor = $"7.{position}",
                    Id = recorded.Id.ToString(),
                    Type = type,
                    Subject = recorded.Subject.ToString(),
                    CompanyId = EventTypes.CompanyOf(recorded.Fact)?.ToString() ?? "",
                    Time = Timestamp.FromDateTimeOffset(recorded.Time),
                    Traceparent = InsightsFixture.Traceparent,
                    Data = JsonSerializer.Serialize<object>(recorded.Fact, ContractJson.Options),
                });
            }
        }
    }
}

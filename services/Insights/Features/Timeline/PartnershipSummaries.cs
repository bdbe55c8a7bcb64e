using Technopark.Contracts.Clusters;
using Technopark.Contracts.Networking;

namespace Technopark.Insights.Features.Timeline;

/// <summary>What clusters and networking say.</summary>
internal static class PartnershipSummaries
{
    public static FormattableString? Of(IntegrationEvent message) => message switch
    {
        MemberCommitted e => $"“{e.MemberName}” joined a cluster initiative",
        MemberLeft e => $"A member left a cluster initiative: {e.Reason}",
        InitiativeActivated e => $"Initiative “{e.Name}” is active, members: {e.Members}",
        OfferPublished e => $"“{e.Title}” was published",
        InterestAccepted => $"Interest in an offer was accepted",
        MeetingScheduled e => $"A meeting was scheduled for {e.StartsAt}",
        _ => null,
    };
}

using Technopark.Contracts;
using Technopark.Contracts.Clusters;
using Technopark.Contracts.Networking;
using static Technopark.Insights.Features.Timeline.Summaries;

namespace Technopark.Insights.Features.Timeline;

/// <summary>What clusters and networking say.</summary>
internal static class PartnershipSummaries
{
    public static Summary? Of(IntegrationEvent message) => message switch
    {
        MemberCommitted e => new($"«{e.MemberName}» вступает в кластерную инициативу", $"“{e.MemberName}” joined a cluster initiative"),
        MemberLeft e => new($"Участник вышел из кластерной инициативы: {e.Reason}", $"A member left a cluster initiative: {e.Reason}"),
        InitiativeActivated e => new(
            $"Инициатива «{e.Name}» активна, участников: {e.Members}", $"Initiative “{e.Name}” is active, members: {e.Members}"),
        OfferPublished e => new($"Опубликовано предложение «{e.Title}»", $"“{e.Title}” was published"),
        InterestAccepted => new("Интерес к предложению принят", "Interest in an offer was accepted"),
        MeetingScheduled e => new($"Встреча назначена на {Ru(e.StartsAt)}", $"A meeting was scheduled for {En(e.StartsAt)}"),
        _ => null,
    };
}

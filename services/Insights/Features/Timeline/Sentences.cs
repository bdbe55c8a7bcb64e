using Technopark.Contracts.Clusters;
using Technopark.Contracts.Identity;
using Technopark.Contracts.Incubation;
using Technopark.Contracts.Investment;
using Technopark.Contracts.Networking;
using Technopark.Contracts.Registry;

namespace Technopark.Insights.Features.Timeline;

/// <summary>The English sentence for each event; null for one that has none yet.</summary>
internal static class Sentences
{
    public static FormattableString? Of(IntegrationEvent message) => message switch
    {
        CompanyRegistered e => $"“{e.Name}” was entered into the registry",
        CompanyVerified e => $"The identifiers of “{e.Name}” were confirmed",
        CompanyCorrected e => $"The record of “{e.Name}” was corrected",
        CompanyVerificationRevoked e => $"The verification was revoked: {e.Reason}",
        CompanyRejected e => $"Verification was refused: {e.Reason}",
        CompanyLiquidated e => $"Liquidated on {e.LiquidatedOn}: {e.Reason}",
        CompanyOwnersChanged => $"Other people act for the company",
        CompanyErased => $"The sole trader's data were erased",
        PersonErased => $"A person's data were erased",
        PersonRolesChanged e => $"A person has these roles: {string.Join(", ", e.Roles ?? [])}",

        CallOpened e => $"Call “{e.Name}” is open until {e.ClosesOn}",
        ApplicationSubmitted e => $"An application was submitted on {e.SubmittedOn}",
        ApplicationDecided { Outcome: ApplicationOutcome.Accepted } e => $"The application was accepted: {e.Rationale}",
        ApplicationDecided { Outcome: ApplicationOutcome.WaitListed } e =>
            $"The application was put on the wait list: {e.Rationale}",
        ApplicationDecided e => $"The application was rejected: {e.Rationale}",
        ApplicationWithdrawn e => $"The application was withdrawn: {e.Reason}",
        ResidencyStarted e => $"Resident since {e.StartedOn}",
        ResidentGraduated e => $"Graduated on {e.GraduatedOn}",
        ResidencyEnded { End: ResidencyEnd.Expired } e => $"The residency expired on {e.EndedOn}: {e.Reason}",
        ResidencyEnded { End: ResidencyEnd.Withdrawn } e =>
            $"The company left the programme on {e.EndedOn}: {e.Reason}",
        ResidencyEnded e => $"The residency was terminated on {e.EndedOn}: {e.Reason}",

        RoundOpened e => $"Round “{e.Name}” was opened to raise {e.Target}",
        RoundClosed e => $"The round was closed on {e.ClosedOn}",
        CommitmentMade e => $"An investor committed {e.Amount}",
        TranchePaid e => $"{e.Amount} were paid on {e.PaidOn} ({e.Evidence})",
        TrancheReversed e => $"A payment of {e.RubAmount} was reversed: {e.Reason}",

        MemberCommitted e => $"“{e.MemberName}” joined a cluster initiative",
        MemberLeft e => $"A member left a cluster initiative: {e.Reason}",
        InitiativeActivated e => $"Initiative “{e.Name}” is active, members: {e.Members}",
        OfferPublished e => $"“{e.Title}” was published",
        InterestAccepted => $"Interest in an offer was accepted",
        MeetingScheduled e => $"A meeting was scheduled for {e.StartsAt}",
        _ => null,
    };
}

using Technopark.ServiceKit.Domain;

namespace Technopark.Clusters.Tests.Domain;

/// <summary>What domain tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static CompanyReplica Known(string status = "Verified") =>
        new() { Id = Guid.CreateVersion7(), Status = Enum.Parse<CompanyReplicaStatus>(status), Name = "ООО Луч" };

    public static Initiative Proposed(decimal fte = 0.5m, string? website = "https://robotics.example") =>
        Initiative.Propose(
        new InitiativeDetails("Кластер робототехники", ["62"], "78", "Центр", fte, website, Strategy: null), Now);

    public static Membership Join(Initiative initiative, MembershipEntry entry, MemberType type = MemberType.Sme) =>
        Membership.Of(initiative, "Политехнический университет", type, entry, Now);

    public static void Commit(Initiative initiative, MemberType type, int count = 1)
    {
        for (var member = 0; member < count; member++)
        {
            Join(initiative, MembershipEntry.Invitation, type).Commit(initiative, Now);
        }
    }
}

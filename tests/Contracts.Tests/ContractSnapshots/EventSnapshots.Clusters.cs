using Technopark.Contracts.Clusters;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Clusters =>
    [
        new("technopark.clusters.memberCommitted.v1",
            new MemberCommitted(Id(10), Id(11), Id(1), "Neurolab", MemberType.Sme) { Version = 4 },
            $$"""
            {"membershipId":"{{Stem}}10","initiativeId":"{{Stem}}11","companyId":"{{Stem}}01","memberName":"Neurolab",
            "type":"sme","version":4}
            """),
        new("technopark.clusters.memberLeft.v1",
            new MemberLeft(Id(10), Id(11), null, "Moved away") { Version = 5 },
            $$"""
            {"membershipId":"{{Stem}}10","initiativeId":"{{Stem}}11","reason":"Moved away","version":5}
            """),
        new("technopark.clusters.initiativeActivated.v1",
            new InitiativeActivated(Id(11), "Photonics", 15) { Version = 6 },
            $$"""
            {"initiativeId":"{{Stem}}11","name":"Photonics","members":15,"version":6}
            """),
    ];
}

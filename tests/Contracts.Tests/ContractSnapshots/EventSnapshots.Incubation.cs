using Technopark.Contracts.Incubation;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Incubation =>
    [
        new("technopark.incubation.callOpened.v1",
            new CallOpened(Id(2), Id(3), "Spring", Day(1), Day(29)) { Version = 1 },
            $$"""
            {"callId":"{{Stem}}02","programmeId":"{{Stem}}03","name":"Spring","opensOn":"2024-02-01",
            "closesOn":"2024-02-29","version":1}
            """),
        new("technopark.incubation.applicationSubmitted.v1",
            new ApplicationSubmitted(Id(4), Id(1), Id(2), Id(3), Day(2)) { Version = 1 },
            $$"""
            {"applicationId":"{{Stem}}04","companyId":"{{Stem}}01","callId":"{{Stem}}02","programmeId":"{{Stem}}03",
            "submittedOn":"2024-02-02","version":1}
            """),
        new("technopark.incubation.applicationDecided.v1",
            new ApplicationDecided(
                Id(4), Id(1), Id(2), Id(3), ApplicationOutcome.WaitListed, "No seat") { Version = 2 },
            $$"""
            {"applicationId":"{{Stem}}04","companyId":"{{Stem}}01","callId":"{{Stem}}02","programmeId":"{{Stem}}03",
            "outcome":"waitListed","rationale":"No seat","version":2}
            """),
        new("technopark.incubation.applicationWithdrawn.v1",
            new ApplicationWithdrawn(Id(4), Id(1), "Changed plans") { Version = 3 },
            $$"""
            {"applicationId":"{{Stem}}04","companyId":"{{Stem}}01","reason":"Changed plans","version":3}
            """),
        new("technopark.incubation.residencyStarted.v1",
            new ResidencyStarted(Id(5), Id(1), Id(3), Day(3)) { Version = 1 },
            $$"""
            {"residencyId":"{{Stem}}05","companyId":"{{Stem}}01","programmeId":"{{Stem}}03","startedOn":"2024-02-03",
            "version":1}
            """),
        new("technopark.incubation.residentGraduated.v1",
            new ResidentGraduated(Id(5), Id(1), Id(3), Day(4)) { Version = 2 },
            $$"""
            {"residencyId":"{{Stem}}05","companyId":"{{Stem}}01","programmeId":"{{Stem}}03","graduatedOn":"2024-02-04",
            "version":2}
            """),
        new("technopark.incubation.residencyEnded.v1",
            new ResidencyEnded(Id(5), Id(1), Id(3), ResidencyEnd.Terminated, "Liquidated", Day(5)) { Version = 2 },
            $$"""
            {"residencyId":"{{Stem}}05","companyId":"{{Stem}}01","programmeId":"{{Stem}}03","end":"terminated",
            "reason":"Liquidated","endedOn":"2024-02-05","version":2}
            """),
    ];
}

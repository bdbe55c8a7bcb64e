using Technopark.Contracts.Identity;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Identity =>
    [
        new("technopark.identity.personErased.v1",
            new PersonErased(Id(1)) { Version = 2 },
            $$"""
            {"personId":"{{Stem}}01","version":2}
            """),
        new("technopark.identity.personRolesChanged.v1",
            new PersonRolesChanged(Id(1), ["expert", "mentor"]) { Version = 1 },
            $$"""
            {"personId":"{{Stem}}01","roles":["expert","mentor"],"version":1}
            """),
    ];
}

using Technopark.Contracts.Identity;

namespace Technopark.Contracts.Tests.Pins;

internal static partial class PinnedEvents
{
    private static Pin[] Identity =>
    [
        new("technopark.identity.personErased.v1",
            new PersonErased(Id(1)) { Version = 2 },
            $$"""
            {"personId":"{{Stem}}01","version":2}
            """),
    ];
}

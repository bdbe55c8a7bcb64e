using System.Reflection;

namespace Technopark.Contracts.Tests.ContractSnapshots;

/// <summary>An event as it must stay: its name, an instance of it and that instance's JSON, byte for byte.</summary>
/// <param name="Name">Its CloudEvents type.</param>
/// <param name="Fact">The instance.</param>
/// <param name="Lines">The JSON; the ends of its lines are no part of it.</param>
internal sealed record EventSnapshot(string Name, IntegrationEvent Fact, string Lines)
{
    public string Json { get; } = Lines.ReplaceLineEndings("");
}

/// <summary>A snapshot per event. It never changes but by an added optional member: all else is a V2 event.</summary>
internal static partial class EventSnapshots
{
    /// <summary>Those of every service: each has a property of its own in a file of its own.</summary>
    public static readonly IReadOnlyList<EventSnapshot> All =
        [.. typeof(EventSnapshots).GetProperties(BindingFlags.NonPublic | BindingFlags.Static)
            .Select(service => service.GetValue(null)).OfType<EventSnapshot[]>().SelectMany(service => service)];

    /// <summary>Ids that are easy to recognise in JSON: <c>Id(7)</c> ends in 07.</summary>
    private static Guid Id(int number) => Guid.Parse($"01890a5d-ac96-774b-bcce-b302099a80{number:00}");

    private static DateOnly Day(int day) => new(2024, 2, day);

    /// <summary>The JSON of <see cref="Id"/>, as it stands between quotes.</summary>
    private const string Stem = "01890a5d-ac96-774b-bcce-b302099a80";
}

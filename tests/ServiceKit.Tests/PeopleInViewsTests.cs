namespace Technopark.ServiceKit.Tests;

/// <summary>Where an answer shows a person's id, it shows their name beside it.</summary>
public sealed class PeopleInViewsTests
{
    /// <summary>Ids that stand for nobody, and people who are not named, with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["insights EntryView.eventId"] = "an event",
        ["insights EntryView.subject"] = "whatever thing the event changed",
        ["insights ReadHeadlineTranchesView.eventId"] = "an event",
    };

    private static readonly string[] Services = [.. Repository.Centres, "identity"];

    [Fact]
    public void Every_id_of_a_person_has_its_name_beside_it()
    {
        var things = Services.SelectMany(Operation.Of).Select(operation => operation.Collection).OfType<string>()
            .Select(Singular).ToHashSet();
        var people = Services.SelectMany(IdsOf).Where(id => !IsOfThing(id.Name, things)).ToArray();

        Assert.Contains("registry CompanyView.ownerIds", people.Select(id => id.At));
        Assert.Contains("identity InvitationView.invitedBy", people.Select(id => id.At));
        Assert.Empty(people.Where(id => !Exceptions.ContainsKey(id.At) && !id.HasName).Select(id => id.At));
        Assert.Empty(Exceptions.Keys.Except(people.Select(id => id.At)));
    }

    private static IEnumerable<(string At, string Name, bool HasName)> IdsOf(string service) =>
        from schema in Operation.Of(service)[0].Schemas.EnumerateObject()
        where !schema.Name.EndsWith("Request", StringComparison.Ordinal)
            && schema.Value.TryGetProperty("properties", out _)
        let members = schema.Value.GetProperty("properties")
        from member in members.EnumerateObject()
        where member.Value.GetRawText().Contains("\"uuid\"", StringComparison.Ordinal)
        select ($"{service} {schema.Name}.{member.Name}", member.Name, HasName(members, member.Name));

    /// <summary>The thing itself, or one whose kind has routes: <c>guestCompanyId</c>.</summary>
    private static bool IsOfThing(string name, HashSet<string> things) => name == "id"
        || (name.EndsWith("Id", StringComparison.Ordinal)
            && things.Any(thing => name[..^2].EndsWith(thing, StringComparison.OrdinalIgnoreCase)));

    /// <summary><c>owners</c> for <c>ownerIds</c>; <c>invitedByName</c> for <c>invitedBy</c>.</summary>
    private static bool HasName(JsonElement members, string id) => id.EndsWith("Ids", StringComparison.Ordinal)
        ? members.TryGetProperty($"{id[..^3]}s", out var named)
            && named.GetRawText().Contains("PersonName", StringComparison.Ordinal)
        : members.TryGetProperty($"{(id.EndsWith("Id", StringComparison.Ordinal) ? id[..^2] : id)}Name", out _)
            || (id == "personId" && members.TryGetProperty("name", out _));

    private static string Singular(string plural) => plural.EndsWith("ies", StringComparison.Ordinal)
        ? $"{plural[..^3]}y" : plural.TrimEnd('s');
}

namespace Technopark.Identity.Administration;

/// <summary>A person as operators see them.</summary>
/// <param name="Roles">All that they have: those that the park gave and those of the provider.</param>
/// <param name="GivenRoles">Those that the park gave: operators change them.</param>
/// <param name="ProvidedRoles">Those that the provider gave when the person last signed in there.</param>
/// <param name="LastSignInAt">Null where none is remembered.</param>
/// <param name="Sessions">Where the person is signed in now.</param>
/// <param name="BlockedAt">Since when the person cannot sign in; null where they can.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record PersonView(
    Guid Id, string Name, string? Mail, string Language, string[] Roles, string[] GivenRoles, string[] ProvidedRoles,
    DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt, bool HasSecondFactor, int Passkeys, int Sessions,
    DateTimeOffset? BlockedAt, string? BlockedReason, string[] Allowed)
{
    public static PersonView Of(Person person, SignInFacts facts, Caller caller) => new(
        person.Id, person.Name, facts.Mail, person.Language, Names(person.AllRoles), Names(person.Roles),
        Names(person.ProvidedRoles), person.CreatedAt, facts.LastSignInAt, facts.HasSecondFactor, facts.Passkeys,
        facts.Sessions, person.BlockedAt, person.BlockedReason, person.ForCaller(StepsOf(person, caller)));

    public static string[] Names(Roles roles) => [.. RoleNames.In(roles).Select(RoleNames.NameOf)];

    private static string[] StepsOf(Person person, Caller caller) => person.Id == caller.Id
        ? ["endSessions"] : ["roles", person.BlockedAt is null ? "block" : "unblock", "endSessions"];
}

/// <summary>The same in a list.</summary>
/// <param name="Roles">All that they have.</param>
/// <param name="LastSignInAt">Null where none is remembered.</param>
/// <param name="BlockedAt">Since when the person cannot sign in; null where they can.</param>
internal sealed record PersonSummary(
    Guid Id, string Name, string? Mail, string[] Roles, DateTimeOffset CreatedAt, DateTimeOffset? LastSignInAt,
    DateTimeOffset? BlockedAt);

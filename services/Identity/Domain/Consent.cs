namespace Technopark.Identity.Domain;

/// <summary>That a person agreed to something, and to which text of it. Never changed, only added to.</summary>
internal sealed class Consent
{
    /// <summary>To the processing of personal data, as Federal Law 152-FZ asks for it.</summary>
    public const string PersonalData = "personalData";

    /// <summary>The text that is shown now: raise it whenever the words change.</summary>
    public const string TextNow = "1";

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Kind { get; init; }

    public required string TextVersion { get; init; }

    public required DateTimeOffset GivenAt { get; init; }

    public static Consent ToPersonalData(Guid person, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        PersonId = person,
        Kind = PersonalData,
        TextVersion = TextNow,
        GivenAt = now,
    };
}

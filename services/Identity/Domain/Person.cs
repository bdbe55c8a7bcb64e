namespace Technopark.Identity.Domain;

/// <summary>
/// A person of the park. The id is what every other service and every event knows of them; all that it resolves to is
/// here, and goes when the person is erased.
/// </summary>
internal sealed class Person : AggregateRoot
{
    private Person()
    {
    }

    /// <summary>As they want to be called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Language of pages and mails: <c>ru</c> or <c>en</c>.</summary>
    [Audited]
    public string Language { get; private set; } = "ru";

    /// <summary>Those that the park gave.</summary>
    public Roles Roles { get; private set; }

    /// <summary>Those that the provider gave when the person last signed in there.</summary>
    public Roles ProvidedRoles { get; private set; }

    public Roles AllRoles => Roles | ProvidedRoles;

    /// <summary>The other services have heard of the person; not of those who came before services wanted to.</summary>
    public bool IsTold { get; private set; }

    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Since when they cannot sign in; null where they can.</summary>
    public DateTimeOffset? BlockedAt { get; private set; }

    /// <summary>Why, as the operator says.</summary>
    public string? BlockedReason { get; private set; }

    public static Person Create(string name, string language, Roles roles, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Name = name,
            Language = language,
            Roles = roles,
        };
        person.Tell();
        return person;
    }

    public void GrantRoles(Roles roles)
    {
        Roles |= roles;
        Tell();
    }

    /// <summary>All that the park gives from here on; what the provider gives stays beside it.</summary>
    public void ChangeRoles(Roles roles)
    {
        if (Roles != roles)
        {
            Roles = roles;
            Tell();
        }
    }

    /// <summary>True for somebody who can sign in and has the role then.</summary>
    public bool IsActive(Roles role) => (AllRoles & role) != 0 && BlockedAt is null && ErasedAt is null;

    public void Block(string reason, DateTimeOffset now)
    {
        if (BlockedAt is not null)
        {
            throw new DomainException(Refusal.Conflict, "blockedAlready", "This person is blocked already.");
        }

        (BlockedAt, BlockedReason) = (now, reason);
        Touch();
    }

    public void Unblock()
    {
        if (BlockedAt is null)
        {
            throw new DomainException(Refusal.Conflict, "notBlocked", "This person is not blocked.");
        }

        (BlockedAt, BlockedReason) = (null, null);
        Touch();
    }

    /// <summary>What the provider gives now; what it gave before and gives no more is gone.</summary>
    public void TakeProvided(Roles roles)
    {
        if (ProvidedRoles != roles)
        {
            ProvidedRoles = roles;
            Tell();
        }
    }

    /// <summary>Tells the other services that there is this person, and which roles they have.</summary>
    public void Tell()
    {
        IsTold = true;
        Raise(new PersonRolesChanged(Id, [.. RoleNames.In(AllRoles).Select(RoleNames.NameOf)]));
    }

    /// <summary>How they want to be called, and in which language they want to be written to.</summary>
    public void UpdateProfile(string name, string language)
    {
        (Name, Language) = (name, language);
        Touch();
    }

    /// <summary>Leaves only the id, and tells every service that it stands for nobody any more.</summary>
    public void Erase(DateTimeOffset now)
    {
        (Name, Roles, ProvidedRoles, ErasedAt) = ("", Roles.None, Roles.None, now);
        (BlockedAt, BlockedReason) = (null, null);
        Raise(new PersonErased(Id));
    }
}

using Technopark.Identity.ExternalProvider;
using Technopark.Identity.Kept;
using Technopark.Identity.OpenIdConnect;

namespace Technopark.Identity;

/// <summary>Section <c>Identity</c> of the configuration.</summary>
internal sealed class IdentityOptions
{
    public const string Section = "Identity";

    /// <summary>How long an access token is good for: so long a role that was taken away still counts.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan AccessToken { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The longest life of any access token, the development grant's and clock skew included.</summary>
    public TimeSpan LongestToken =>
        TimeSpan.FromMinutes(1) + (AccessToken > DevelopmentGrant.GoodFor ? AccessToken : DevelopmentGrant.GoodFor);

    /// <summary>How long an idle session lasts; after a sign-in at a provider, any session.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan Session { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Wrong passwords or codes in a row that close an account for a while.</summary>
    [Range(3, 100)]
    public int WrongAttempts { get; init; } = 5;

    /// <summary>How long it stays closed then.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan Lockout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an invitation can be accepted.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "90.00:00:00")]
    public TimeSpan Invitation { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Where people sign in; null for here, with passwords.</summary>
    public ProviderOptions? Provider { get; init; }

    [ValidateObjectMembers]
    public KeptOptions Kept { get; init; } = new();

    [ValidateObjectMembers]
    public RetentionOptions Retention { get; init; } = new();

    /// <summary>Secret of the development grant, which gives tokens for any role. Never outside development.</summary>
    public string? DevelopmentSecret { get; init; }

    /// <summary>Programs that may ask for tokens, by client id.</summary>
    public Dictionary<string, ClientOptions> Clients { get; init; } = [];
}

/// <summary>Section <c>Identity:Clients:{id}</c>.</summary>
internal sealed class ClientOptions
{
    /// <summary>Null for a public client, such as an app on a person's device: PKCE protects it.</summary>
    public string? Secret { get; init; }

    /// <summary>Where people come back to after sign-in; none for a service, which signs in by itself.</summary>
    public Uri[] RedirectUris { get; init; } = [];

    /// <summary>Where people come back to after sign-out.</summary>
    public Uri[] SignedOutUris { get; init; } = [];

    /// <summary>True for one of the park's own services, which gets tokens for services, not for people.</summary>
    public bool IsService { get; init; }
}

/// <summary>Section <c>Identity:Retention</c>: how long what is of no use any more is kept.</summary>
internal sealed class RetentionOptions
{
    /// <summary>People who signed up and never confirmed their mail, since they signed up.</summary>
    public TimeSpan Unconfirmed { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Invitations that can be accepted no more, since they expired.</summary>
    public TimeSpan Invitations { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Sessions, since they ended.</summary>
    public TimeSpan EndedSessions { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Forms half filled in, since their last change.</summary>
    public TimeSpan Drafts { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Tokens and authorizations that are good for nothing any more, since they were made.</summary>
    public TimeSpan Tokens { get; init; } = TimeSpan.FromDays(14);
}

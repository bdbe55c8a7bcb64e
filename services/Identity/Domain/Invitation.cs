using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Technopark.Identity.Domain;

/// <summary>Asks somebody into the park in certain roles. Its token is only in the mail; here is its hash.</summary>
internal sealed class Invitation : AggregateRoot
{
    private const int TokenBytes = 32;

    private static readonly StateMachine<InvitationStatus> States = new StateMachine<InvitationStatus>()
        .Allow("accept", InvitationStatus.Accepted, InvitationStatus.Pending)
        .Allow("revoke", InvitationStatus.Revoked, InvitationStatus.Pending);

    private Invitation()
    {
    }

    public InvitationStatus Status { get; private set; }

    public string Mail { get; private init; } = "";

    public Roles Roles { get; private init; }

    /// <summary>Who invites; empty where the park itself does.</summary>
    public Guid InvitedBy { get; private init; }

    /// <summary>The person who invites, if it is one.</summary>
    public IEnumerable<Guid> Inviter => InvitedBy == Guid.Empty ? [] : [InvitedBy];

    public DateTimeOffset ExpiresAt { get; private init; }

    public string TokenHash { get; private init; } = "";

    public string[] Allowed => [.. States.ActionsFrom(Status).Where(action => action != "accept")];

    /// <returns>The invitation and its token, which nobody can read from it any more.</returns>
    public static (Invitation Invitation, string Token) Issue(
        string mail, Roles roles, Guid by, DateTimeOffset until, DateTimeOffset now)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        var invitation = new Invitation
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            Mail = mail,
            Roles = roles,
            InvitedBy = by,
            ExpiresAt = until,
            TokenHash = HashOf(token),
        };
        invitation.Touch();
        return (invitation, token);
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public bool IsOpen(DateTimeOffset now) => Status == InvitationStatus.Pending && now < ExpiresAt;

    public void Accept(DateTimeOffset now)
    {
        if (now >= ExpiresAt)
        {
            throw new DomainException(Refusal.Conflict, "invitationExpired", "The invitation has expired.");
        }

        Status = States.Next(Status, "accept");
        Touch();
    }

    public void Revoke()
    {
        Status = States.Next(Status, "revoke");
        Touch();
    }
}

using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Registration;

/// <summary>How a park's first operator gets in: with the key of its operations, past the gateway.</summary>
internal static class InviteByOperator
{
    /// <param name="Link">Where the invitation is accepted; the mail says it too.</param>
    internal sealed record Invited(string Link);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/ops/invitations", HandleAsync).ExcludeFromDescription().AllowOperators();

    private static async Task<Ok<Invited>> HandleAsync(
        InvitePerson.Request body, IdentityDb db, RegistrationService service, AuditLog audit, CancellationToken ct)
    {
        var (invitation, link) = service.Invite(body.Mail, InvitePerson.RolesIn(body.Roles), Guid.Empty);
        db.Add(invitation);
        audit.Add(db, new AuditEvent(AuditEventTypes.Invited, TargetTypes.Invitation, invitation.Id));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Invited(link));
    }
}

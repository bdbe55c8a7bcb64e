namespace Technopark.Identity.Registration;

/// <summary>Operators see every invitation, managers those that they sent.</summary>
internal static class ReadInvitations
{
    public static void Map(RouteGroupBuilder invitations)
    {
        invitations.MapGet("/{id:guid}", OneAsync).WithName("GetInvitation").WithSummary("An invitation");
        invitations.MapGet("", ListAsync).WithName("ListInvitations").WithSummary("Invitations, newest first");
    }

    private static async Task<OkWithETag<InvitationView>> OneAsync(
        Guid id, Caller caller, IdentityDb db, CancellationToken ct) =>
        OkWithETag.Of(
            await db.AdmitAsync(
                await db.Invitations.AsNoTracking().SeenBy(caller).FindOr404Async(id, ct), isNew: false, ct),
            InvitationView.Of);

    private static Task<Page<InvitationView>> ListAsync(
        InvitationStatus? status, [AsParameters] Paging paging, Caller caller, IdentityDb db, CancellationToken ct) =>
        db.Invitations.AsNoTracking().SeenBy(caller).Where(invitation => status == null || invitation.Status == status)
            .PageAsync(paging, new { status }, InvitationView.Of, ct);

    public static IQueryable<Invitation> SeenBy(this IQueryable<Invitation> invitations, Caller caller)
    {
        var (all, owner) = (caller.SeesAll, caller.Owner);
        return invitations.Where(invitation => all || invitation.InvitedBy == owner);
    }
}

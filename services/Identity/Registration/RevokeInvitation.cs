namespace Technopark.Identity.Registration;

internal static class RevokeInvitation
{
    public static void Map(RouteGroupBuilder invitations) => invitations.MapPost("/{id:guid}/revoke", HandleAsync)
        .WithName(nameof(RevokeInvitation)).WithSummary("Take an invitation back");

    private static async Task<OkWithETag<InvitationView>> HandleAsync(
        Guid id, IfMatch ifMatch, Caller caller, IdentityDb db, CancellationToken ct)
    {
        var invitation = await db.Invitations.SeenBy(caller).FindOr404Async(id, ifMatch, ct);
        invitation.Revoke();
        return await db.SaveAsync(invitation, InvitationView.Of, ct);
    }
}

namespace Technopark.Identity.Registration;

internal static class InvitePerson
{
    private const Roles ByManagers = Roles.Founder | Roles.Expert | Roles.Investor | Roles.Partner | Roles.Mentor;

    /// <param name="Roles">What the person will be: <c>expert</c>, <c>mentor</c> and so on.</param>
    public sealed record Request(
        [property: Required, Mailbox, StringLength(254)] string Mail,
        [property: Required, MinLength(1), MaxLength(9)] IReadOnlyList<string> Roles);

    public static void Map(RouteGroupBuilder invitations) => invitations.MapPost("", HandleAsync)
        .WithName(nameof(InvitePerson)).WithSummary("Invite a person by mail")
        .WithIdempotency();

    private static Task<CreatedWithETag<InvitationView>> HandleAsync(
        Request body, Caller caller, IdentityDb db, RegistrationService service, CancellationToken ct)
    {
        var roles = RolesIn(body.Roles);
        if (!caller.SeesAll && (roles & ~ByManagers) != Roles.None)
        {
            throw new ProblemException(
                ProblemKind.Forbidden, "roleNotYours",
                "A manager invites founders, experts, investors, partners and mentors; an operator anybody.");
        }

        var (invitation, _) = service.Invite(body.Mail, roles, caller.Id);
        return db.CreateAsync(invitation, "invitations", InvitationView.Of, ct);
    }

    public static Roles RolesIn(IReadOnlyList<string> names)
    {
        var roles = names.Select(RoleNames.Find).ToArray();
        return roles.Contains(Roles.None)
            ? throw ProblemException.Field(
                "roles", $"Roles are {string.Join(", ", RoleNames.All.Select(RoleNames.NameOf))}.")
            : roles.Aggregate((all, role) => all | role);
    }
}

namespace Technopark.Identity.Tests;

/// <summary>A person, where they are signed in, and whom they have invited.</summary>
public sealed class IdentityOwnedResources(IdentityFixture identity) : AccessMatrix<Program>(identity)
{
    protected override async Task<OwnedResources> MakeAsync(Guid owner, bool open)
    {
        var (_, mail) = await identity.JoinAsync();
        var person = await identity.ScalarAsync<Guid>(
            "select id from accounts where normalized_email = $1", mail.ToUpperInvariant());
        var session = await identity.ScalarAsync<Guid>("select id from sessions where person_id = $1", person);
        var invitation = await As(Roles.Manager, person).CreateAsync(
            $"{identity.Root}/invitations", new { mail = IdentityFixture.Somebody(), roles = (string[])["expert"] });
        return new OwnedResources(person)
            .Own("sessions", session).Own("invitations", invitation.Id)
            .Know("mail", IdentityFixture.Somebody()).Know("roles", (string[])["expert"]);
    }
}

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
            .Own("sessions", session).Own("invitations", invitation.Id).Own("kept", await KeepAsync(person))
            .Share("people", person)
            .Know("mail", IdentityFixture.Somebody()).Know("roles", (string[])["expert"]);
    }

    protected override Task RestoreAsync(Operation operation, OwnedResources theirs) =>
        KeepAsync(theirs.Owner, theirs.All[operation.Collection!]);

    /// <summary>Something that the person keeps for themselves, under an id as its name.</summary>
    private async Task<Guid> KeepAsync(Guid person, Guid? name = null)
    {
        var kept = name ?? Guid.CreateVersion7();
        using var http = identity.As(Roles.Founder, person);
        using var answer = await http.PutAsJsonAsync(
            $"{identity.Root}/me/kept/view/{kept}", new { value = new { } });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return kept;
    }
}

namespace Technopark.Identity.Tests;

/// <summary>The other services hear of every person: an opaque id and roles, and nothing that names them.</summary>
public sealed class PeopleToldTests(IdentityFixture identity)
{
    [Fact]
    public async Task Who_joins_is_told_with_their_roles_and_no_name()
    {
        var (_, mail) = await identity.JoinAsync();
        var said = Assert.Single(await identity.SaidAsync(await PersonOfAsync(mail)));
        Assert.Equal("personRolesChanged", said.Type);
        Assert.Equal(
            ["personId", "roles", "version"], said.Data.EnumerateObject().Select(member => member.Name));
        Assert.Equal("""["founder"]""", said.Data.GetProperty("roles").GetRawText());
    }

    [Fact]
    public async Task Who_was_here_before_is_told_once()
    {
        var (_, mail) = await identity.JoinAsync();
        var person = await PersonOfAsync(mail);
        await identity.ScalarAsync<bool>("update people set is_told = false where id = $1 returning is_told", person);
        identity.Run("--migrate");
        identity.Run("--migrate");
        Assert.Equal(["personRolesChanged", "personRolesChanged"], await identity.EventsAsync(person));
    }

    private Task<Guid> PersonOfAsync(string mail) =>
        identity.ScalarAsync<Guid>("select id from accounts where email = $1", mail);
}

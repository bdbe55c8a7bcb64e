using Grpc.Core;
using Grpc.Net.Client;
using Technopark.People.V1;

namespace Technopark.Identity.Tests;

/// <summary>Centres ask how people are called; nobody else does.</summary>
public sealed class PeopleNamesTests(IdentityFixture identity)
{
    [Fact]
    public async Task A_centre_is_told_the_names_of_those_who_are_here()
    {
        var ((_, mail), (_, blocked), (erased, gone)) =
            (await identity.JoinAsync(), await identity.JoinAsync(), await identity.JoinAsync());
        Guid[] people =
            [await identity.PersonAsync(mail), await identity.PersonAsync(blocked), await identity.PersonAsync(gone)];
        await identity.ScalarAsync<Guid>("update people set blocked_at = now() where id = $1 returning id", people[1]);
        const string data = "/identity/account/data";
        await erased.SubmitAsync(
            data, new() { ["Password"] = IdentityFixture.Password, ["Sure"] = "true" }, $"{data}?handler=Erase");

        var names = await FindAsync(TestTokens.OfService("registry"), [.. people, Guid.CreateVersion7(), people[0]]);

        Assert.Equal(
            people[..2].Select(id => (id.ToString(), "Анна Первая")).Order(),
            names.Select(name => (name.Key, name.Value)).Order());
    }

    [Fact]
    public async Task Nobody_else_is()
    {
        Assert.Equal(StatusCode.PermissionDenied, await RefusedAsync(TestTokens.OfService("stranger")));
        Assert.Equal(StatusCode.Unauthenticated, await RefusedAsync(TestTokens.Of(Roles.Operator)));
        Assert.Equal(StatusCode.Unauthenticated, await RefusedAsync(null));
    }

    [Theory]
    [InlineData("anna", 1)]
    [InlineData("00000000-0000-0000-0000-000000000000", 1)]
    [InlineData("0193f0c0-7d5a-7000-8000-00000000000a", 1001)]
    public async Task What_is_no_id_or_too_many_is_refused(string id, int times)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(
            () => AskAsync(TestTokens.OfService("registry"), Enumerable.Repeat(id, times)));
        Assert.Equal(StatusCode.InvalidArgument, refused.StatusCode);
    }

    [Fact]
    public async Task An_invitation_names_who_invites_until_they_are_erased()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var manager = await identity.PersonAsync(mail);
        var invitation = await new ParkClient.ParkClient(identity.As(Roles.Manager, manager)).CreateAsync(
            $"{identity.Root}/invitations", new { mail = IdentityFixture.Somebody(), roles = (string[])["expert"] });
        Assert.Equal("Анна Первая", invitation.Text("invitedByName"));

        const string data = "/identity/account/data";
        await visitor.SubmitAsync(
            data, new() { ["Password"] = IdentityFixture.Password, ["Sure"] = "true" }, $"{data}?handler=Erase");

        var now = await identity.NowAsync(invitation);
        Assert.Equal(manager.ToString(), now.Text("invitedBy"));
        Assert.Equal(JsonValueKind.Null, now.Body.GetProperty("invitedByName").ValueKind);
    }

    private Task<IDictionary<string, string>> FindAsync(string token, IEnumerable<Guid> people) =>
        AskAsync(token, people.Select(person => person.ToString()));

    private async Task<StatusCode> RefusedAsync(string? token) => (await Assert.ThrowsAsync<RpcException>(
        () => FindAsync(token ?? "", [Guid.CreateVersion7()]))).StatusCode;

    private async Task<IDictionary<string, string>> AskAsync(string token, IEnumerable<string> people)
    {
        using var channel = GrpcChannel.ForAddress(
            "http://localhost", new GrpcChannelOptions { HttpHandler = identity.Handler });
        var reply = await new PeopleNames.PeopleNamesClient(channel).FindAsync(
            new FindRequest { PersonIds = { people } }, new Metadata { { "Authorization", $"Bearer {token}" } });
        return reply.Names;
    }
}

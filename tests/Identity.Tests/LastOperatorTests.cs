namespace Technopark.Identity.Tests;

/// <summary>A park of its own: in the others' tests there are operators at any time.</summary>
public sealed class QuietPark() : CentreFixture<Program>("identity")
{
    private readonly MailFolder _mails = new();

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [new("Identity:Mail:Folder", _mails.Path)];
}

/// <summary>One operator who can sign in is always left.</summary>
public sealed class LastOperatorTests(QuietPark park) : IClassFixture<QuietPark>
{
    private const int Rounds = 8;

    private string Root => $"{park.Root}/people";

    [Theory]
    [InlineData("block")]
    [InlineData("roles")]
    public async Task Of_two_who_shut_each_other_out_at_once_one_stays(string step)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await park.ScalarAsync<long>("with gone as (delete from people returning 1) select count(*) from gone");
            var (one, other) = (await OperatorAsync(), await OperatorAsync());
            var outcomes = await Task.WhenAll(ShutOutAsync(one, other, step), ShutOutAsync(other, one, step));
            Assert.Equal(["200", "409 lastOperator"], outcomes.Order());
        }
    }

    [Fact]
    public async Task Who_was_shut_out_cannot_shut_out_the_last_with_a_token_that_is_still_good()
    {
        var (one, other) = (await OperatorAsync(), await OperatorAsync());
        foreach (var third in await park.IdsAsync($"{Root}?role=operator"))
        {
            await (third == one || third == other ? Task.CompletedTask : ShutOutAsync(one, third, "block"));
        }

        Assert.Equal("200", await ShutOutAsync(one, other, "block"));
        Assert.Equal("409 lastOperator", await ShutOutAsync(other, one, "block"));
        Assert.Equal("409 lastOperator", await ShutOutAsync(other, one, "roles"));
        // By a role of the provider alone, and not blocked, somebody is an operator too.
        await park.ScalarAsync<Guid>(
            "update people set blocked_at = null, roles = 0, provided_roles = $2 where id = $1 returning id", other,
            (int)Roles.Operator);
        Assert.Equal("200", await ShutOutAsync(other, one, "roles"));
        Assert.Equal("409 lastOperator", await ShutOutAsync(one, other, "block"));
    }

    private Task<Guid> OperatorAsync() => park.ScalarAsync<Guid>(
        """
        insert into people (id, name, language, roles, provided_roles, is_told, created_at, version)
        values (gen_random_uuid(), 'Анна', 'ru', $1, 0, true, now(), 1) returning id
        """,
        (int)Roles.Operator);

    private async Task<string> ShutOutAsync(Guid by, Guid whom, string step)
    {
        using var http = park.As(Roles.Operator, by);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Root}/{whom}/{step}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = step == "block" ? JsonContent.Create(new { reason = "спор" })
            : JsonContent.Create(new { roles = (string[])["mentor"] });
        using var answer = await http.SendAsync(request);
        return await answer.InShortAsync();
    }
}

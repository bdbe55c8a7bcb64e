namespace Technopark.Identity.Tests;

/// <summary>Operators find people, see how they sign in and say which roles the park gives them.</summary>
public sealed class PeopleTests(IdentityFixture identity)
{
    private string Root => $"{identity.Root}/people";

    [Theory]
    [InlineData("семенов")]
    [InlineData("СЁМЕНОВ пётр")]
    [InlineData("петр семё")]
    [InlineData("nëva.example")]
    [InlineData("100%_")]
    public async Task They_are_found_by_words_of_name_and_address_whatever_the_case_with_or_without_dots(string words)
    {
        var (_, mail) = await identity.JoinAsync();
        var mark = Guid.CreateVersion7().ToString("N");
        var person = await NamedAsync(mail, $"Пётр Семёнов 100%_ {mark}");
        await identity.ScalarAsync<Guid>(
            "update accounts set email = email || '.NËVA.example' where id = $1 returning id", person);
        var (_, other) = await identity.JoinAsync();
        await NamedAsync(other, $"Пётр Иванов 100xx {mark}");

        var found = await Operator().ListAsync($"{Root}?q={Uri.EscapeDataString($"{words} {mark.ToUpperInvariant()}")}")
            .ToListAsync();

        Assert.Equal(person, Assert.Single(found).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task They_are_listed_by_role_and_by_whether_they_are_blocked_part_by_part()
    {
        var mark = Guid.CreateVersion7().ToString("N");
        var people = new List<Guid>();
        for (var number = 0; number < 3; number++)
        {
            var (_, mail) = await identity.JoinAsync();
            people.Add(await NamedAsync(mail, $"Анна {mark}"));
        }

        await identity.ScalarAsync<Guid>(
            "update people set provided_roles = $2 where id = $1 returning id", people[0], (int)Roles.Mentor);
        await ActAsync(people[1], "block", new { reason = "уволен" });

        Assert.Equal(people.AsEnumerable().Reverse(), await IdsAsync($"q={mark}"));
        Assert.Equal([people[0]], await IdsAsync($"q={mark}&role=mentor"));
        Assert.Equal([people[1]], await IdsAsync($"q={mark}&blocked=true"));
        Assert.Equal([people[2], people[0]], await IdsAsync($"q={mark}&blocked=false&role=founder"));
        Assert.Equal("400 role", await identity.GetRefusedAsync($"{Root}?role=king"));

        Task<List<Guid>> IdsAsync(string query) => identity.IdsAsync($"{Root}?{query}", limit: 1);
    }

    [Fact]
    public async Task One_is_shown_with_how_they_sign_in()
    {
        var (_, mail, _, _) = await identity.JoinWithCodesAsync("ru");
        var person = await identity.PersonAsync(mail);
        await identity.ScalarAsync<Guid>(
            "update people set provided_roles = $2 where id = $1 returning id", person, (int)Roles.Expert);

        var shown = await Operator().GetAsync($"{Root}/{person}");

        Assert.Equal(
            ("Анна Первая", mail, "ru", true, 0, 1),
            (
                shown.Text("name"), shown.Text("mail"), shown.Text("language"),
                shown.Body.GetProperty("hasSecondFactor").GetBoolean(), shown.Body.GetProperty("passkeys").GetInt32(),
                shown.Body.GetProperty("sessions").GetInt32()));
        Assert.Equal(
            """["expert","founder"] ["founder"] ["expert"]""",
            $"{Raw(shown, "roles")} {Raw(shown, "givenRoles")} {Raw(shown, "providedRoles")}");
        var signedIn = shown.Body.GetProperty("lastSignInAt").GetDateTimeOffset();
        Assert.True(signedIn >= shown.Body.GetProperty("createdAt").GetDateTimeOffset());
        Assert.Equal(["roles", "block", "endSessions"], shown.Allowed());
    }

    [Fact]
    public async Task Roles_are_given_as_a_whole_told_to_the_services_and_to_the_audit()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        await identity.ScalarAsync<Guid>(
            "update people set provided_roles = $2 where id = $1 returning id", person, (int)Roles.Director);
        var (by, before) = (Guid.CreateVersion7(), await Operator().GetAsync($"{Root}/{person}"));

        var after = await Operator(by).ActAsync(before, "roles", new { roles = (string[])["mentor", "expert"] });

        Assert.Equal("""["director","expert","mentor"]""", Raw(after, "roles"));
        Assert.Equal("412 stale", await IdentityFixture.OutcomeAsync(
            () => Operator().ActAsync(before, "roles", new { roles = (string[])["partner"] })));
        (await visitor.OpenAsync(Visits.Account)).Says("director, expert, mentor");
        var said = (await identity.SaidAsync(person))[^1];
        Assert.Equal("""["director","expert","mentor"]""", said.Data.GetProperty("roles").GetRawText());
        Assert.Equal(
            "founder → expert, mentor", await identity.ScalarAsync<string>(
                """
                select concat(before ->> 'roles', ' → ', after ->> 'roles') from audit
                where target_id = $1 and operation = 'ChangeRoles' and outcome = 'done' and actor = $2
                """,
                person, by.ToString()));

        var none = await Operator().ActAsync(after, "roles", new { roles = (string[])[] });
        Assert.Equal("""["director"]""", Raw(none, "roles"));
        Assert.Equal("400 roles", await identity.ActRefusedAsync(none, "roles", new { roles = (string[])["king"] }));
    }

    [Fact]
    public async Task Nobody_changes_their_own_access()
    {
        var (_, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        var own = await Operator(person).GetAsync($"{Root}/{person}");

        Assert.Equal(["endSessions"], own.Allowed());
        foreach (var (verb, body) in new (string, object)[]
        {
            ("roles", new { roles = (string[])["operator"] }), ("block", new { reason = "хочу" }), ("unblock", new { }),
        })
        {
            var refused = await Operator(person).ActRefusedAsync(own.Path, verb, body);
            Assert.Equal("409 ownAccess", refused.InShort());
        }
    }

    [Fact]
    public async Task Who_was_erased_is_not_there()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var person = await NamedAsync(mail, $"Анна {Guid.CreateVersion7():N}");
        await ActAsync(person, "block", new { reason = $"почему {person:N}" });
        await ActAsync(person, "unblock");
        await visitor.SignInAsync(mail);
        await ActAsync(person, "block", new { reason = $"почему {person:N}" });
        await ActAsync(person, "unblock");
        await visitor.SignInAsync(mail);
        const string data = "/identity/account/data";
        await visitor.SubmitAsync(
            data, new() { ["Password"] = IdentityFixture.Password, ["Sure"] = "true" }, $"{data}?handler=Erase");

        Assert.Equal("404 notFound", await identity.GetRefusedAsync($"{Root}/{person}"));
        Assert.Empty(await Operator().ListAsync($"{Root}?q={person:N}").ToListAsync());
        Assert.Equal("", await identity.TablesWithAsync($"почему {person:N}"));
    }

    [Fact]
    public async Task Managers_see_nobody()
    {
        var (_, mail) = await identity.JoinAsync();
        using var http = identity.As(Roles.Manager);
        using var one = await http.GetAsync($"{Root}/{await identity.PersonAsync(mail)}");
        using var all = await http.GetAsync(Root);
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (one.StatusCode, all.StatusCode));
    }

    private ParkClient.ParkClient Operator(Guid? by = null) =>
        new(identity.As(Roles.Operator, by ?? Guid.CreateVersion7()));

    private Task<Thing> ActAsync(Guid person, string verb, object? body = null) =>
        Operator().ActAsync($"{Root}/{person}", verb, body);

    private async Task<Guid> NamedAsync(string mail, string name)
    {
        var person = await identity.PersonAsync(mail);
        return await identity.ScalarAsync<Guid>("update people set name = $2 where id = $1 returning id", person, name);
    }

    private static string Raw(Thing thing, string member) => thing.Body.GetProperty(member).GetRawText();
}

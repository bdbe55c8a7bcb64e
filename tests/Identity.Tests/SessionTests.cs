namespace Technopark.Identity.Tests;

public sealed class SessionTests(IdentityFixture identity)
{
    private const string Page = Visits.Sessions;

    [Fact]
    public async Task The_page_lists_them_and_ends_the_others()
    {
        var (here, mail) = await identity.JoinAsync();
        var there = identity.Visit();
        await there.SignInAsync(mail);

        var list = await here.OpenAsync(Page);
        Assert.Equal(2, list.Text.Split("Chrome, Linux").Length - 1);
        Assert.Equal(1, list.Text.Split("this one").Length - 1);
        Assert.Contains(Visitor.Address, list.Text, StringComparison.Ordinal);
        await here.SubmitAsync(Page, [], $"{Page}?handler=EndOthers");

        Assert.Equal("/identity/signin", (await there.OpenAsync(Page)).Path);
        Assert.Equal(Page, (await here.OpenAsync(Page)).Path);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_not_only_the_cookie()
    {
        var (visitor, mail) = await identity.JoinAsync();

        var left = await visitor.SignOutAsync();

        Assert.Equal("/identity/signedout", left.Path);
        Assert.Equal("/identity/signin", (await visitor.OpenAsync(Page)).Path);
        Assert.Equal(0, await identity.CountAsync(
            "sessions s join accounts a on a.id = s.person_id where a.email = $1 and s.ended_at is null", mail));
    }

    [Fact]
    public async Task The_session_outlives_a_change_of_name_language_and_password()
    {
        var (visitor, _) = await identity.JoinAsync();

        var saved = await visitor.SubmitAsync(Visits.Account, new() { ["Name"] = "Анна Вторая", ["Language"] = "ru" });
        saved.Says("Сохранено");
        var changed = await visitor.ChangePasswordAsync(IdentityFixture.Password, "совсем другой пароль");

        changed.Says("Пароль изменён");
        var list = await visitor.OpenAsync(Page);
        Assert.Equal(1, list.Text.Split("Chrome, Linux").Length - 1);
    }

    [Fact]
    public async Task The_API_shows_and_ends_only_ones_own()
    {
        var (visitor, mail) = await identity.JoinAsync();
        var person = await identity.PersonAsync(mail);
        using var own = identity.As(Roles.Founder, person);
        using var other = identity.As(Roles.Founder);

        var list = await own.GetFromJsonAsync<JsonElement>($"{identity.Root}/sessions");
        var session = list.GetProperty("items")[0].GetProperty("id").GetGuid();
        var others = await other.GetFromJsonAsync<JsonElement>($"{identity.Root}/sessions");
        Assert.Equal(0, others.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(other, $"{session}/end"));
        Assert.Equal(Page, (await visitor.OpenAsync(Page)).Path);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(own, $"{session}/end"));
        Assert.Equal("/identity/signin", (await visitor.OpenAsync(Page)).Path);
        await visitor.SignInAsync(mail);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(own, "endAll"));
        Assert.Equal("/identity/signin", (await visitor.OpenAsync(Page)).Path);
    }

    private async Task<HttpStatusCode> PostAsync(HttpClient http, string action)
    {
        using var answer = await http.PostAsync($"{identity.Root}/sessions/{action}", null);
        return answer.StatusCode;
    }
}

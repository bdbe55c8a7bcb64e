namespace Technopark.Identity.Tests;

public sealed class SecondStepTests(IdentityFixture identity)
{
    [Fact]
    public async Task A_code_of_the_app_is_asked_after_the_password()
    {
        var (_, mail, key, _) = await identity.JoinWithCodesAsync();
        var visitor = identity.Visit();

        var asked = await visitor.SignInAsync(mail, query: "?returnUrl=%2Fidentity%2Faccount%2Fsessions");
        Assert.Equal("/identity/signin/code", asked.Path);
        Assert.Equal("/identity/signin", (await visitor.OpenAsync("/identity/account")).Path);
        var wrong = await visitor.SubmitAsync(asked.At, new() { ["Code"] = "000000" });
        wrong.Says("this one is wrong");
        var code = Totp.Code(key);
        var shown = await visitor.SubmitAsync(asked.At, new() { ["Code"] = $"{code[..3]} {code[3..]}" });

        Assert.Equal("/identity/account/sessions", shown.Path);
    }

    [Fact]
    public async Task A_code_of_the_app_is_good_once()
    {
        var (_, mail, key, _) = await identity.JoinWithCodesAsync();
        var (owner, thief, code) = (identity.Visit(), identity.Visit(), Totp.Code(key));
        await owner.SignInAsync(mail);
        await thief.SignInAsync(mail);

        Assert.Equal("/identity/account", (await owner.SendCodeAsync(code)).Path);
        Assert.Equal("/identity/signin/code", (await thief.SendCodeAsync(code)).Path);
        Assert.Equal("/identity/signin/code", (await thief.SendCodeAsync($"0{code}")).Path);
        Assert.Equal("/identity/account", (await thief.SendCodeAsync(Totp.Code(key, later: 1))).Path);
    }

    [Fact]
    public async Task What_was_begun_with_the_old_password_ends_with_it()
    {
        var (_, mail, _, codes) = await identity.JoinWithCodesAsync();
        var (thief, owner) = (identity.Visit(), identity.Visit());
        Assert.Equal("/identity/signin/code", (await thief.SignInAsync(mail)).Path);

        await owner.AskForResetAsync(mail);
        await identity.ResetAsync(owner, mail, "the owner's new password");

        Assert.Equal("/identity/signin", (await thief.SendRecoveryCodeAsync(codes[0])).Path);
    }

    [Fact]
    public async Task Turning_it_on_takes_the_password()
    {
        var (visitor, _) = await identity.JoinAsync();
        var key = await IdentityFixture.SecondStepKeyAsync(visitor);

        var refused = await visitor.ChangeSecondStepAsync("On", "not the password", Totp.Code(key));

        refused.Says("Password: this is not the right one");
        Assert.DoesNotContain(
            "Recovery codes left", (await visitor.OpenAsync(Visits.Security)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_does_not_know_its_secrets()
    {
        var (_, mail, key, codes) = await identity.JoinWithCodesAsync();

        var kept = await identity.ScalarAsync<string>(
            "select string_agg(value, ' ') from account_tokens where user_id = $1", await identity.PersonAsync(mail));

        Assert.DoesNotContain(key.Replace(" ", "", StringComparison.Ordinal), kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(codes[0], kept, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_recovery_code_is_good_once()
    {
        var (_, mail, _, codes) = await identity.JoinWithCodesAsync();
        Assert.Equal(10, codes.Length);

        Assert.Equal("/identity/account", (await RecoverAsync(mail, codes[0])).Path);
        Assert.Equal("/identity/signin/recovery", (await RecoverAsync(mail, codes[0])).Path);
        Assert.Equal("/identity/account", (await RecoverAsync(mail, codes[1].ToLowerInvariant())).Path);
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once()
    {
        var (visitor, _, _, codes) = await identity.JoinWithCodesAsync();

        var again = await visitor.OpenAsync(Visits.Security);

        Assert.DoesNotContain(codes[0], again.Html, StringComparison.Ordinal);
        again.Says("Recovery codes left: 10");
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var (visitor, mail, _, _) = await identity.JoinWithCodesAsync();

        var refused = await visitor.ChangeSecondStepAsync("Off", "not the password");
        refused.Says("Password: this is not the right one");
        await visitor.ChangeSecondStepAsync("Off");

        Assert.Equal("/identity/account", (await identity.Visit().SignInAsync(mail)).Path);
    }

    [Fact]
    public async Task Lost_with_its_codes_it_is_given_up_and_the_account_goes_to_who_reads_its_mail()
    {
        var (thief, mail, key, codes) = await identity.JoinWithCodesAsync();
        var begun = identity.Visit();
        await begun.SignInAsync(mail);
        Assert.Equal(HttpStatusCode.Unauthorized, await identity.RecoverAsync(mail, "another key"));
        Assert.Equal("/identity/account", (await thief.OpenAsync("/identity/account")).Path);
        Assert.Equal("/identity/signin/recovery", (await begun.OpenAsync("/identity/signin/recovery")).Path);

        Assert.Equal(HttpStatusCode.NoContent, await identity.RecoverAsync(mail));

        Assert.Equal("/identity/signin", (await thief.OpenAsync("/identity/account")).Path);
        Assert.Equal("/identity/signin", (await identity.Visit().SignInAsync(mail)).Path);
        Assert.Equal("/identity/signin", (await begun.SendRecoveryCodeAsync(codes[0])).Path);
        var owner = identity.Visit();
        await identity.ResetAsync(owner, mail, "the owner's new password");
        Assert.Equal("/identity/account", (await owner.SignInAsync(mail, "the owner's new password")).Path);
        Assert.DoesNotContain(key, (await owner.OpenAsync(Visits.Security)).Html, StringComparison.Ordinal);
        Assert.Equal("operator", await identity.ScalarAsync<string>(
            "select actor from audit where outcome = 'accountRecovered' and target_id = $1",
            await identity.PersonAsync(mail)));
    }

    [Fact]
    public async Task An_account_that_is_not_there_is_not_recovered_and_the_operator_is_told_why()
    {
        Assert.Equal(HttpStatusCode.NotFound, await identity.RecoverAsync(IdentityFixture.Somebody()));
        Assert.Equal(HttpStatusCode.BadRequest, await identity.RecoverAsync("no address"));
        Assert.Equal(HttpStatusCode.BadRequest, await identity.OperateAsync("/ops/accounts/recover", null));
        Assert.Equal(HttpStatusCode.BadRequest, await identity.OperateAsync("/ops/invitations", null));
    }

    private async Task<Shown> RecoverAsync(string mail, string code)
    {
        var visitor = identity.Visit();
        await visitor.SignInAsync(mail);
        return await visitor.SendRecoveryCodeAsync(code);
    }
}

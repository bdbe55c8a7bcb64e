using System.IO.Compression;
using System.Text;

namespace Technopark.Identity.Tests;

/// <summary>A passkey from its making to its end.</summary>
public sealed class PasskeyTests(IdentityFixture identity)
{
    [Fact]
    public async Task It_signs_in_where_somebody_wanted_to_go()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.AddAsync("My laptop");
        await Assertions.Expect(owner.Page.Locator("section li strong")).ToHaveTextAsync("My laptop");
        await owner.LeaveAsync();
        await owner.Page.GotoAsync($"{Visits.Sessions}?x=1");
        await owner.Page.ClickAsync($"{PasskeyOwner.Take} button");

        await owner.ArriveAsync($"{Visits.Sessions}?x=1");
        Assert.Equal(1, await owner.Page.Locator(".sessions li").CountAsync());
        Assert.Equal("passkeyAdded,passkeyUsed", await identity.ScalarAsync<string>(
            """
            select string_agg(outcome, ',' order by id)
            from audit where target_id = $1 and actor = $1::text and outcome like 'passkey%'
            """,
            owner.Person));
        await owner.Page.GotoAsync(PasskeyOwner.Security);
        await Assertions.Expect(owner.Page.Locator("section li")).ToContainTextAsync("last used");
    }

    [Fact]
    public async Task Its_owner_is_told_by_mail_when_it_comes_and_when_it_goes()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.AddAsync();
        await identity.Mails.ReadAsync(owner.Mail, "A passkey was added to your account");

        await owner.Page.ClickAsync("section li a");
        await owner.ConfirmAsync("section form");
        await identity.Mails.ReadAsync(owner.Mail, "A passkey of your account was removed");
    }

    [Fact]
    public async Task It_is_gone_once_the_account_was_given_back_to_who_reads_its_mail()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.AddAsync();

        await identity.RecoverAsync(owner.Mail);

        Assert.Equal(0, await owner.CountAsync());
        await owner.ReturnAsync();
        await owner.RefusedAsync();
    }

    [Fact]
    public async Task It_stands_for_the_second_step_too()
    {
        var owner = await PasskeyOwner.AwayAsync(identity);
        await owner.SetAsync("two_factor_enabled = true");

        await owner.ReturnAsync();

        await owner.ArriveAsync("/identity/account");
    }

    [Fact]
    public async Task Adding_it_takes_the_password()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.Page.GotoAsync(PasskeyOwner.Security);
        await owner.ConfirmAsync(PasskeyOwner.Add, "not the password");

        await Assertions.Expect(owner.Page.Locator($"{PasskeyOwner.Add} [role=alert]"))
            .ToHaveTextAsync("Password: this is not the right one");
        Assert.Equal(PasskeyOwner.Security, await owner.SendAsync(PasskeyOwner.Security, PasskeyOwner.Add, "{}"));
        await owner.ToldAsync("wrongPassword");
        Assert.Equal(0, await owner.CountAsync());
    }

    [Fact]
    public async Task Removing_it_takes_the_password_and_afterwards_it_opens_nothing()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.AddAsync();
        await owner.Page.ClickAsync("section li a");
        await owner.ConfirmAsync("section form", "not the password");
        await Assertions.Expect(owner.Page.Locator("#PasskeyPassword-error"))
            .ToHaveTextAsync("Password: this is not the right one");
        Assert.Equal(1, await owner.CountAsync());
        await owner.ConfirmAsync("section form");
        await Assertions.Expect(owner.Page.Locator(".note")).ToHaveTextAsync("The passkey is removed.");
        await owner.ToldAsync("passkeyRemoved");
        await owner.LeaveAsync();

        await owner.ReturnAsync();

        await owner.RefusedAsync();
        await owner.EnterAsync(owner.Mail);
    }

    [Fact]
    public async Task The_copy_of_ones_data_names_it_without_its_key_and_erasure_takes_it_away()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.AddAsync("My laptop");
        using var own = identity.As(Roles.Founder, owner.Person);

        await using var archive = new ZipArchive(await own.GetStreamAsync($"{identity.Root}/me/data"));
        using var copy = new StreamReader(await archive.GetEntry("identity.json")!.OpenAsync(), Encoding.UTF8);
        var text = await copy.ReadToEndAsync();
        Assert.Contains("My laptop", text, StringComparison.Ordinal);
        Assert.DoesNotContain("key\"", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("attestation", text, StringComparison.OrdinalIgnoreCase);

        await owner.Page.GotoAsync("/identity/account/data");
        await owner.Page.FillAsync("#Password", IdentityFixture.Password);
        await owner.Page.CheckAsync("#Sure");
        await owner.Page.ClickAsync("form:has(#Sure) button");
        await owner.ArriveAsync("/identity/erased");
        Assert.Equal(0, await owner.CountAsync());
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Nothing_stands_in_the_way_of_its_owner(string language)
    {
        var owner = await PasskeyOwner.ComeAsync(identity, language);
        var faults = new List<string>();
        await owner.AddAsync();
        faults.AddRange(await PageFaults.FindAsync(owner.Page));
        // The device has one already, and says so.
        await owner.ConfirmAsync(PasskeyOwner.Add);
        await Assertions.Expect(owner.Page.Locator($"{PasskeyOwner.Add} [role=alert]")).Not.ToBeEmptyAsync();
        faults.AddRange(await PageFaults.FindAsync(owner.Page));
        await owner.Page.ClickAsync("section li a");
        faults.AddRange(await PageFaults.FindAsync(owner.Page));
        await owner.Page.ClickAsync("section form button");
        await Assertions.Expect(owner.Page.Locator("#PasskeyPassword-error")).ToBeVisibleAsync();
        faults.AddRange(await PageFaults.FindAsync(owner.Page));

        Assert.Empty(faults);
    }

    [Fact]
    public async Task It_is_offered_only_where_it_can_be()
    {
        var page = await identity.OpenBrowserAsync("en");
        await page.AddInitScriptAsync("delete window.PublicKeyCredential");
        await page.GotoAsync(PasskeyOwner.SignIn);
        await Assertions.Expect(page.Locator(PasskeyOwner.Take)).ToBeHiddenAsync();

        // The address of this one is an IP address.
        Assert.DoesNotContain(
            "data-passkey", (await identity.Visit().OpenAsync(PasskeyOwner.SignIn)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_runs_under_the_policy_of_the_gateway()
    {
        var page = await identity.OpenBrowserAsync("en");
        await page.RouteAsync($"**{PasskeyOwner.SignIn}", async route =>
        {
            var answer = await route.FetchAsync();
            Dictionary<string, string> headers =
                new(answer.Headers) { ["content-security-policy"] = "default-src 'self'" };
            await route.FulfillAsync(new() { Response = answer, Headers = headers });
        });

        await page.GotoAsync(PasskeyOwner.SignIn);

        await Assertions.Expect(page.Locator($"{PasskeyOwner.Take} button")).ToBeVisibleAsync();
    }
}

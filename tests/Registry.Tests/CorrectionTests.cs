namespace Technopark.Registry.Tests;

public sealed class CorrectionTests(RegistryFixture registry)
{
    [Fact]
    public async Task A_record_is_corrected_and_what_it_said_before_is_kept()
    {
        var owner = Guid.CreateVersion7();
        var founder = new ParkClient.ParkClient(registry.As(Roles.Founder, owner));
        var company = await founder.CreateAsync(registry.Companies, RegistryFixture.Company());
        company = await founder.ActAsync(
            company, "correct", new { name = "Балтийская робототехника", registeredOn = "2024-04-30" });
        Assert.Equal(
            ("Балтийская робототехника", "2024-04-30", "78"),
            (company.Text("name"), company.Text("registeredOn"), company.Text("region")));

        Assert.Equal(["correct", "addOwner", "removeOwner"], company.Allowed());
        var verified = await registry.Api.ActAsync(company.Path, "verify");
        Assert.Equal(["addOwner", "removeOwner"], (await founder.GetAsync(company.Path)).Allowed());
        Assert.Equal(
            "403 registryCorrects", (await founder.ActRefusedAsync(verified.Path, "correct", new { region = "39" }))
                .InShort());
        Assert.Equal("400 reason", await registry.ActRefusedAsync(verified, "correct", new { region = "39" }));
        await registry.Api.ActAsync(verified.Path, "correct", new { region = "39", reason = "переезд" });

        var told = await founder.ListAsync($"{company.Path}/corrections", 1).ToListAsync();
        Assert.Equal(
            [
                ("переезд", registry.Everybody, "region: 78 → 39"),
                (null, owner, "name: Невская робототехника → Балтийская робототехника, registeredOn: 2024-05-01 → "
                    + "2024-04-30"),
            ],
            told.Select(one => (
                one.TryGetProperty("reason", out var reason) ? reason.GetString() : null,
                one.GetProperty("correctedBy").GetGuid(),
                string.Join(", ", one.GetProperty("fields").EnumerateArray().Select(field =>
                    $"{field.GetProperty("field")}: {field.GetProperty("before")} → {field.GetProperty("after")}")))));
        Assert.Equal(
            ["companyRegistered", "companyCorrected", "companyVerified", "companyCorrected"],
            await registry.EventsAsync(company.Id));
    }

    [Fact]
    public async Task The_audit_tells_who_corrected_which_fields()
    {
        var company = await registry.VerifyCompanyAsync();
        await registry.Api.ActAsync(
            company, "correct", new { region = "39", okvedMain = "72.19", reason = "опечатка" });
        Assert.Equal(
            """{"region": "78", "okvedMain": "62.01"} {"region": "39", "okvedMain": "72.19"}""",
            await registry.ScalarAsync<string>(
                """
                select concat(before, ' ', after) from audit where target_id = $1 and operation = 'CorrectCompany'
                """,
                company.Id));
    }

    [Theory]
    [InlineData("inn")]
    [InlineData("ogrn")]
    public async Task Identifiers_stay_unique_among_verified_companies(string shared)
    {
        var (one, other) = (await registry.VerifyCompanyAsync(), await registry.VerifyCompanyAsync());
        var right = new Dictionary<string, string> { [shared] = one.Text(shared), ["reason"] = "опечатка" };
        Assert.Equal($"409 {shared}Taken", await registry.ActRefusedAsync(other, "correct", right));
    }

    [Fact]
    public async Task A_mistaken_verification_is_revoked_and_its_identifiers_are_free()
    {
        var mistaken = await registry.VerifyCompanyAsync();
        var right = await registry.RegisterCompanyAsync(RegistryFixture.Company(inn: mistaken.Text("inn")));
        Assert.Equal("409 innTaken", await registry.ActRefusedAsync(right, "verify"));
        var revoked = await registry.Api.ActAsync(mistaken, "revokeVerification", new { reason = "чужой ИНН" });
        Assert.Equal(("registered", "чужой ИНН"), (revoked.Status, revoked.Text("reason")));
        Assert.Equal("verified", (await registry.Api.ActAsync(right, "verify")).Status);
        Assert.Equal("409 innTaken", await registry.ActRefusedAsync(revoked, "verify"));
        Assert.Equal(
            ["companyRegistered", "companyVerified", "companyVerificationRevoked"],
            await registry.EventsAsync(mistaken.Id));
    }

    [Fact]
    public async Task A_verification_that_something_stands_on_is_not_revoked_nor_while_nobody_says_so()
    {
        var company = await registry.VerifyCompanyAsync();
        object why = new { reason = "чужой ИНН" };
        registry.Depending.Has(company.Id, "residencies");
        Assert.Equal(
            "409 companyDependedOn incubation", await registry.ActRefusedAsync(company, "revokeVerification", why));
        registry.Depending.Has(company.Id, kinds: null);
        Assert.Equal("503 unavailable", await registry.ActRefusedAsync(company, "revokeVerification", why));
        Assert.Equal("verified", (await registry.NowAsync(company)).Status);
        registry.Depending.Has(company.Id);
        Assert.Equal(
            "registered", (await registry.Api.ActAsync(company, "revokeVerification", why)).Status);
    }
}

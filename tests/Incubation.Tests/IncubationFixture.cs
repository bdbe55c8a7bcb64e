using Technopark.Incubation.Tests;

[assembly: AssemblyFixture(typeof(IncubationFixture))]

namespace Technopark.Incubation.Tests;

/// <summary>Incubation, and what its clients and the registry do with it.</summary>
public sealed class IncubationFixture() : CentreFixture<Program>("incubation")
{
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    /// <summary>A date as the API writes it.</summary>
    public static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public string Programmes => $"{Root}/programmes";

    public string Calls => $"{Root}/calls";

    public string Applications => $"{Root}/applications";

    public string Residencies => $"{Root}/residencies";

    public Task<Thing> ProgrammeAsync(int quorum = 0, int seats = 10, int termMonths = 36) =>
        Api.CreateAsync(Programmes, new { name = "Акселератор", quorum, seats, areaM2 = 500, termMonths });

    /// <summary>A call open from yesterday for a month, unless days are given.</summary>
    public async Task<Thing> CallAsync(Guid? programme = null, int opens = -1, int closes = 30, int quorum = 0) =>
        await Api.CreateAsync(Calls, new
        {
            programmeId = programme ?? (await ProgrammeAsync(quorum)).Id,
            name = "Весенний набор",
            opensOn = Today.AddDays(opens),
            closesOn = Today.AddDays(closes),
        });

    public async Task<Thing> DraftAsync(Thing? call = null, Guid? company = null, int quorum = 0) =>
        await Api.CreateAsync(
            $"{(call ?? await CallAsync(quorum: quorum)).Path}/applications",
            Application(company ?? await RegisteredCompanyAsync()));

    public static object Application(Guid companyId) =>
        new { companyId, answers = new Dictionary<string, string> { ["problem"] = "Сборка вручную" } };

    /// <summary>An application that has gone the given steps.</summary>
    public async Task<Thing> AppliedAsync(string[] steps, Thing? call = null, Guid? company = null, int quorum = 0)
    {
        var application = await DraftAsync(call, company, quorum);
        foreach (var step in steps)
        {
            object? body = step == "deliberate" && quorum > 0 ? new { overrideReason = "мало экспертов" } : null;
            application = await Api.ActAsync(application, step, body);
        }

        return application;
    }

    public Task<Thing> DecideAsync(Thing application, string outcome) =>
        Api.ActAsync(application, "decide", new { outcome, rationale = "Команда и рынок" });

    /// <summary>A residency that is offered to a verified company.</summary>
    public async Task<Thing> OfferedAsync(Thing? programme = null, Guid? company = null)
    {
        var call = await CallAsync((programme ?? await ProgrammeAsync()).Id);
        var application = await AppliedAsync(["submit", "screen", "deliberate"], call, company ?? await CompanyAsync());
        await DecideAsync(application, "accepted");
        var offer = await Api.ListAsync($"{Residencies}?companyId={application.Text("companyId")}")
            .FirstAsync(residency => residency.GetProperty("applicationId").GetGuid() == application.Id);
        return await Api.GetAsync($"{Residencies}/{offer.GetProperty("id").GetGuid()}");
    }

    public async Task<Thing> SignedAsync(Thing? programme = null, Guid? company = null) =>
        await Api.ActAsync(await OfferedAsync(programme, company), "sign");

    public async Task<Thing> ActiveAsync(Thing? programme = null, Guid? company = null, int startedDaysAgo = 100) =>
        await StartAsync(await SignedAsync(programme, company), startedDaysAgo);

    public Task<Thing> StartAsync(Thing residency, int daysAgo = 100) =>
        Api.ActAsync(residency, "start", new { startedOn = Today.AddDays(-daysAgo) });
}

using Technopark.ServiceKit.Domain;

namespace Technopark.Incubation.Tests.Domain;

/// <summary>What domain tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    public static CompanyReplica Known(string status = "Verified") =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Status = Enum.Parse<CompanyReplicaStatus>(status),
            Name = "Невская робототехника",
        };

    public static Programme NewProgramme(int quorum = 0, int seats = 1, int termMonths = 12) =>
        Programme.Create("Акселератор", quorum, seats, areaM2: 500, termMonths, Now);

    /// <summary>A call that is open for eleven days, today the first.</summary>
    public static Call OpenCall(int quorum = 0) =>
        Call.Open(NewProgramme(quorum), "Набор", Today, Today.AddDays(10), Now);

    public static Application Draft(int quorum = 0, string company = "Verified") =>
        Application.Draft(OpenCall(quorum), Known(company), [], Now);

    /// <summary>An application that has gone the given steps.</summary>
    public static Application Applied(int steps, int quorum = 1)
    {
        var application = Draft(quorum);
        Action[] all =
        [
            () => application.Submit(OpenCall(), Today), application.Screen, application.Review,
            () => application.Deliberate("мало экспертов"),
        ];
        Array.ForEach(all[..steps], step => step());
        return application;
    }

    public static Residency Offered() => Applied(4).Decide(ApplicationOutcome.Accepted, "Команда и рынок", Now)!;

    /// <summary>A residency that started today, unless another day is given.</summary>
    public static Residency Active(DateOnly? startedOn = null)
    {
        var residency = Offered();
        residency.Sign(Known(), Now);
        residency.Start(startedOn ?? Today, NewProgramme(), taken: 0, earlier: []);
        return residency;
    }
}

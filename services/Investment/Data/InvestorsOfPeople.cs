using Technopark.ServiceKit.PersonalData;

namespace Technopark.Investment.Data;

/// <summary>Investors that people entered: themselves, or a fund they speak for.</summary>
internal sealed class InvestorsOfPeople(InvestmentDb db) : IPersonalRecords
{
    public string Kind => "investors";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        await Of(person).Select(
            investor => (object)new { investor.Id, investor.Name, investor.Kind, investor.CreatedAt }).ToListAsync(ct);

    public async Task EraseAsync(Guid person, CancellationToken ct)
    {
        var investors = await Of(person).ToListAsync(ct);
        investors.ForEach(investor => investor.Forget());

        // Answers about what others recorded of them name them, too.
        await db.ForgetAnswersAsync(investors.ConvertAll(investor => investor.Id.ToString()), ct);
    }

    private IQueryable<Investor> Of(Guid person) =>
        db.Every<Investor>().Where(investor => investor.OwnerId == person)
            .OrderBy(investor => investor.Id);
}

/// <summary>
/// Commitments that people made. They stay as they are: a figure of the round, and whose it was only an id tells.
/// </summary>
internal sealed class CommitmentsOfPeople(InvestmentDb db) : IPersonalRecords
{
    public string Kind => "commitments";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        await db.Every<Commitment>().Where(commitment => commitment.MadeBy == person)
            .OrderBy(commitment => commitment.Id)
            .Select(commitment => (object)new
            {
                commitment.Id,
                commitment.RoundId,
                commitment.CompanyId,
                commitment.InvestorId,
                commitment.Amount,
                commitment.Status,
                commitment.CreatedAt,
            })
            .ToListAsync(ct);

    public Task EraseAsync(Guid person, CancellationToken ct) => Task.CompletedTask;
}

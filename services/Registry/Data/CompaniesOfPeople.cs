using Technopark.ServiceKit.PersonalData;

namespace Technopark.Registry.Data;

/// <summary>Companies that a person founded or acts for.</summary>
internal sealed class CompaniesOfPeople(RegistryDb db, ErasedCompanies erased) : IPersonalRecords
{
    public string Kind => "companies";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        (await Of(person).AsNoTracking().ToListAsync(ct)).ConvertAll<object>(company => new
        {
            company.Id,
            company.Name,
            company.CreatedAt,
            company.Inn,
            company.Ogrn,
            ActsForIt = company.OwnerIds.Contains(person),
            Founder = company.Founders.Where(founder => founder.PersonId == person)
                .Select(founder => new { founder.Name, founder.Role, founder.SharePercent }).FirstOrDefault(),
        });

    public async Task EraseAsync(Guid person, CancellationToken ct)
    {
        foreach (var company in await Of(person).ToListAsync(ct))
        {
            if (company.Forget(person))
            {
                await erased.EraseAsync(company.Id, ct);
            }
        }
    }

    private IQueryable<Company> Of(Guid person) => db.Every<Company>()
        .Where(company => company.OwnerIds.Contains(person)
            || company.Founders.Any(founder => founder.PersonId == person))
        .OrderBy(company => company.Id);
}

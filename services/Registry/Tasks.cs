using Technopark.ServiceKit.Tasks;

namespace Technopark.Registry;

/// <summary>What of the registry's things waits for whom.</summary>
internal static class Tasks
{
    private static readonly TaskThing<RegistryDb, Company> Companies = new(
        _ => company => company.Name, company => company.Id)
    {
        CompanyName = _ => company => company.Name,
        Unowned = _ => company => company.OwnerIds.Count == 0,
    };

    /// <summary>Days are assumed; an operator sets others.</summary>
    public static TaskRule[] Table { get; } =
    [
        Companies.Waits(
            "CorrectCompany", Turn.Owner, [CompanyStatus.Registered], days: 14, "notVerifiable",
            when: (_, _) => company => company.Kind != CompanyKind.Team
                && (company.Inn == null || company.Ogrn == null || company.OkvedMain == null)),
        Companies.Waits(
            "VerifyCompany", Turn.Park, [CompanyStatus.Registered], days: 5, "notVerified",
            when: (_, _) => company => company.Kind == CompanyKind.Team
                || (company.Inn != null && company.Ogrn != null && company.OkvedMain != null)),
    ];
}

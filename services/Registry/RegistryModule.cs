using Technopark.Registry.Features.Companies;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Registry;

/// <summary>The startup registry: which companies there are, and which of them the others may work with.</summary>
internal static class RegistryModule
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddValidation()
        .AddScoped<IPersonalRecords, CompaniesOfPeople>()
        .AddScoped<IWordsOfCompanies, CorrectedWords>()
        .AddSingleton<DependentsOfCompanies>()
        .AddSingleton(new PeopleIn<Company>(company => company.OwnerIds))
        .AddSingleton(new StepGuard<Company>(
            "correct", (_, companies) => companies.Where(company => company.Status != CompanyStatus.Verified)))
        .AddSingleton(new ConstraintProblem(
            CompanyMap.UniqueInn, "innTaken", "Another verified company has this INN."))
        .AddSingleton(new ConstraintProblem(
            CompanyMap.UniqueOgrn, "ogrnTaken", "Another verified company has this OGRN."));

    public static void MapRegistry(this RouteGroupBuilder api)
    {
        var companies = api.MapGroup("/companies")
            .WithTag("Companies", "Companies and teams of the park: registered, verified, corrected.");
        RegisterCompany.Map(companies);
        ReadCompanies.Map(companies);
        VerifyCompany.Map(companies);
        RejectCompany.Map(companies);
        CorrectCompany.Map(companies);
        ReadCorrections.Map(companies);
        RevokeVerification.Map(companies);
        LiquidateCompany.Map(companies);
        CompanyOwners.Map(companies);
    }
}

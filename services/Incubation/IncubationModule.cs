using Technopark.Incubation.Features.Applications;
using Technopark.Incubation.Features.Calls;
using Technopark.Incubation.Features.Companies;
using Technopark.Incubation.Features.Programmes;
using Technopark.Incubation.Features.Residencies;
using Technopark.ServiceKit.Companies;

namespace Technopark.Incubation;

/// <summary>The incubation pipeline: programmes, their calls, applications, residencies of those accepted.</summary>
internal static class IncubationModule
{
    public static IServiceCollection AddIncubation(this IServiceCollection services) => services
        .AddValidation()
        .AddScoped<ICompanyDependents, Dependents>()
        .AddSingleton(new ConstraintProblem(
            ApplicationMap.OnePerCall, "applicationOpen",
            "The company has an application to this call that is open or accepted."))
        .AddSingleton(new ConstraintProblem(
            ResidencyMap.OnePerApplication, "residencyOffered", "This application has its residency already."))
        .AddSingleton(new ConstraintProblem(
            ResidencyMap.OneRunning, "alreadyResident", "The company is a resident of this programme already."));

    public static void MapIncubation(this RouteGroupBuilder api)
    {
        var programmes = api.MapGroup("/programmes")
            .WithTag("Programmes", "What a company goes through in the incubator: seats, area, term.");
        CreateProgramme.Map(programmes);
        ReadProgrammes.Map(programmes);

        var calls = api.MapGroup("/calls").WithTag("Calls", "When applications to a programme are taken.");
        OpenCall.Map(calls);
        ReadCalls.Map(calls);
        ApplyToCall.Map(calls);

        var applications = api.MapGroup("/applications")
            .WithTag("Applications", "A company's way into a programme, from draft to decision.");
        ReadApplications.Map(applications);
        SubmitApplication.Map(applications);
        ScreenApplication.Map(applications);
        AssignReviewer.Map(applications);
        ReviewApplication.Map(applications);
        DeliberateApplication.Map(applications);
        DecideApplication.Map(applications);
        WithdrawApplication.Map(applications);

        var residencies = api.MapGroup("/residencies")
            .WithTag("Residencies", "A company's stay in a programme, from offer to end.");
        ReadResidencies.Map(residencies);
        SignResidency.Map(residencies);
        StartResidency.Map(residencies);
        ProposeGraduation.Map(residencies);
        GraduateResident.Map(residencies);
        EndResidency.Map(residencies);

        ReadCompany.Map(
            api.MapGroup("/companies").WithTag("Companies", "What this centre knows of the registry's companies."));
    }
}

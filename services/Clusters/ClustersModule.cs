using Technopark.Clusters.Features.Companies;
using Technopark.Clusters.Features.Initiatives;
using Technopark.Clusters.Features.Memberships;
using Technopark.ServiceKit.Companies;

namespace Technopark.Clusters;

/// <summary>Cluster initiatives: who joins them, and whether they have what an active cluster needs.</summary>
internal static class ClustersModule
{
    private const string NameIsTaken = "A member of this name has a membership in this initiative that has not ended.";

    public static IServiceCollection AddClusters(this IServiceCollection services)
    {
        services.AddOptions<ActivationRules>().BindConfiguration("Activation")
            .ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddValidation()
            .AddScoped<ICompanyDependents, Dependents>()
            .AddSingleton(new StepGuard<Membership>(
                "commit", (_, all) => all.Where(membership => membership.Status != MembershipStatus.Applied)))
            .AddSingleton(new ConstraintProblem(
                MembershipMap.OnePerCompany, "alreadyMember",
                "The company has a membership in this initiative that has not ended."))
            .AddSingleton(new ConstraintProblem(MembershipMap.OnePerName, "alreadyMember", NameIsTaken))
            .AddSingleton(new ConstraintProblem(MembershipMap.OnePerNameKey, "alreadyMember", NameIsTaken));
    }

    public static void MapClusters(this RouteGroupBuilder api)
    {
        var initiatives = api.MapGroup("/initiatives")
            .WithTag("Initiatives", "Clusters of producers, universities and the state, from the proposal on.");
        ProposeInitiative.Map(initiatives);
        ReadInitiatives.Map(initiatives);
        ReadCriteria.Map(initiatives);
        ReadSuggestions.Map(initiatives);
        DescribeInitiative.Map(initiatives);
        AssessInitiative.Map(initiatives);
        FormInitiative.Map(initiatives);
        ActivateInitiative.Map(initiatives);
        RejectInitiative.Map(initiatives);
        DissolveInitiative.Map(initiatives);
        JoinInitiative.Map(initiatives);

        var memberships = api.MapGroup("/memberships").WithTag("Memberships", "Who is a member of an initiative.");
        ReadMemberships.Map(memberships, initiatives);
        CommitMembership.Map(memberships);
        LeaveInitiative.Map(memberships);

        ReadCompany.Map(
            api.MapGroup("/companies").WithTag("Companies", "What this centre knows of the registry's companies."));
    }
}

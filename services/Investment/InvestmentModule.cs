using Technopark.Investment.Features.Commitments;
using Technopark.Investment.Features.Investors;
using Technopark.Investment.Features.Issuers;
using Technopark.Investment.Features.Rounds;
using Technopark.Investment.Features.Tranches;
using Technopark.ServiceKit.Companies;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Investment;

/// <summary>Investment tracking: who promised the park's companies money, and what of it arrived.</summary>
internal static class InvestmentModule
{
    public static IServiceCollection AddInvestment(this IServiceCollection services)
    {
        services.AddOptions<RoundRules>().BindConfiguration("Rounds").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddValidation()
            .AddScoped<ICompanyDependents, Dependents>()
            .AddScoped<IPersonalRecords, InvestorsOfPeople>().AddScoped<IPersonalRecords, CommitmentsOfPeople>();
    }

    public static void MapInvestment(this RouteGroupBuilder api)
    {
        var investors = api.MapGroup("/investors").WithTag("Investors", "Who puts money into companies.");
        RegisterInvestor.Map(investors);
        ReadInvestors.Map(investors);

        ReadIssuers.Map(api.MapGroup("/issuers").WithTag("Issuers", "Companies that may raise money."));

        var rounds = api.MapGroup("/rounds").WithTag("Rounds", "Rounds in which a company raises money.");
        PlanRound.Map(rounds);
        ReadRounds.Map(rounds);
        OpenRound.Map(rounds);
        CloseRound.Map(rounds);
        CancelRound.Map(rounds);
        MakeCommitment.Map(rounds);

        var commitments = api.MapGroup("/commitments")
            .WithTag("Commitments", "What an investor has promised in a round.");
        ReadCommitments.Map(commitments);
        CallCommitment.Map(commitments);
        WithdrawCommitment.Map(commitments);
        PayTranche.Map(commitments);

        var tranches = api.MapGroup("/tranches").WithTag("Tranches", "Money that was paid, with its evidence.");
        ReadTranches.Map(tranches);
        ReverseTranche.Map(tranches);
    }
}

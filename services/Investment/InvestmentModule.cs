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
        var investors = api.MapGroup("/investors").WithTags("Investors");
        RegisterInvestor.Map(investors);
        ReadInvestors.Map(investors);

        ReadIssuers.Map(api.MapGroup("/issuers").WithTags("Issuers"));

        var rounds = api.MapGroup("/rounds").WithTags("Rounds");
        PlanRound.Map(rounds);
        ReadRounds.Map(rounds);
        OpenRound.Map(rounds);
        CloseRound.Map(rounds);
        CancelRound.Map(rounds);
        MakeCommitment.Map(rounds);

        var commitments = api.MapGroup("/commitments").WithTags("Commitments");
        ReadCommitments.Map(commitments);
        CallCommitment.Map(commitments);
        WithdrawCommitment.Map(commitments);
        PayTranche.Map(commitments);

        var tranches = api.MapGroup("/tranches").WithTags("Tranches");
        ReadTranches.Map(tranches);
        ReverseTranche.Map(tranches);
    }
}

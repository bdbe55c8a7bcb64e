namespace Technopark.Investment;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what on the venture market. What "theirs" is, InvestmentDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs, on what is open to others
        { "RegisterInvestor", Manager, Investor },
        { "ListInvestors", Manager | Director, Investor, Investor },
        { "GetInvestor", Manager | Director, Investor, Investor },
        { "ListIssuers", Manager | Director, Founder },
        { "GetIssuer", Manager | Director, Founder },
        { "PlanRound", Manager },
        { "ListRounds", Manager | Director, Founder | Investor, Investor },
        { "GetRound", Manager | Director, Founder | Investor, Investor },
        { "OpenRound", Manager },
        { "CloseRound", Manager },
        { "CancelRound", Manager },
        { "MakeCommitment", Manager, Investor, Investor },
        { "ListCommitments", Manager | Director, Founder | Investor },
        { "GetCommitment", Manager | Director, Founder | Investor },
        { "CallCommitment", Manager },
        { "WithdrawCommitment", Manager, Investor },
        { "PayTranche", Manager },
        { "ListTranches", Manager | Director, Founder | Investor },
        { "GetTranche", Manager | Director, Founder | Investor },
        { "ReverseTranche", Manager },
        { "ListTasks", None, Authenticated },
        { "CountTasks", None, Authenticated },
        { "ListTaskRules", Authenticated },
    };
}

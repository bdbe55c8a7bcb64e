namespace Technopark.Registry;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what with the registry. What "theirs" is, RegistryDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs, on what is open to others
        { "RegisterCompany", Manager, Founder },
        { "ListCompanies", Manager | Director, Founder | Partner },
        { "GetCompany", Manager | Director, Founder | Partner },
        { "VerifyCompany", Manager },
        { "RejectCompany", Manager },
        { "CorrectCompany", Manager, Founder | Partner },
        { "ListCorrections", Manager | Director, Founder | Partner },
        { "RevokeVerification", Manager },
        { "LiquidateCompany", Manager },
        { "AddCompanyOwner", Manager, Founder | Partner },
        { "RemoveCompanyOwner", Manager, Founder | Partner },
        { "ListTasks", None, Authenticated },
        { "CountTasks", None, Authenticated },
        { "ListTaskRules", Authenticated },
    };
}

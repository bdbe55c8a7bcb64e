namespace Technopark.Registry;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what with the registry. What "theirs" is, RegistryDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, roles that see all, roles that see what is theirs, roles that see what is open
        { "RegisterCompany", Manager, Founder },
        { "ListCompanies", Manager | Director, Founder | Partner },
        { "GetCompany", Manager | Director, Founder | Partner },
        { "VerifyCompany", Manager },
        { "RejectCompany", Manager },
        { "LiquidateCompany", Manager },
        { "AddCompanyOwner", Manager, Founder | Partner },
        { "RemoveCompanyOwner", Manager, Founder | Partner },
    };
}

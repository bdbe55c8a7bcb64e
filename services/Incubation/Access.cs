namespace Technopark.Incubation;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what with the pipeline. What "theirs" is, IncubationDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, roles that see all, roles that see what is theirs, roles that see what is open
        { "CreateProgramme", Manager },
        { "ListProgrammes", Authenticated },
        { "GetProgramme", Authenticated },
        { "OpenCall", Manager },
        { "ListCalls", Authenticated },
        { "GetCall", Authenticated },
        { "ApplyToCall", Manager, Founder },
        { "ListApplications", Manager | Director, Founder | Expert },
        { "GetApplication", Manager | Director, Founder | Expert },
        { "SubmitApplication", Manager, Founder },
        { "ScreenApplication", Manager },
        { "AssignReviewer", Manager },
        { "ReviewApplication", Manager },
        { "DeliberateApplication", Manager },
        { "DecideApplication", Manager },
        { "WithdrawApplication", Manager, Founder },
        { "ListResidencies", Manager | Director, Founder },
        { "GetResidency", Manager | Director, Founder },
        { "SignResidency", Manager, Founder },
        { "StartResidency", Manager },
        { "ProposeGraduation", Manager },
        { "GraduateResident", Manager },
        { "EndResidency", Manager },
        { "GetKnownCompany", Manager | Director, Founder },
    };
}

namespace Technopark.Incubation;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what with the pipeline. What "theirs" is, IncubationDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs, on what is open to others
        { "CreateProgramme", Manager },
        { "ListProgrammes", Authenticated },
        { "GetProgramme", Authenticated },
        { "OpenCall", Manager },
        { "ListCalls", Anonymous },
        { "GetCall", Anonymous },
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
        { "ListTasks", None, Authenticated },
        { "CountTasks", None, Authenticated },
        { "ListTaskRules", Authenticated },
    };
}

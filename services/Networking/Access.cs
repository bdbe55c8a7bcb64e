namespace Technopark.Networking;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may do what in networking. What "theirs" is, NetworkingDb says.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs, on what is open to others
        { "ListDirectory", Manager | Director, Founder | Partner, Authenticated },
        { "GetKnownCompany", Manager | Director, Founder | Partner, Authenticated },
        { "DraftOffer", Manager, Founder | Partner },
        { "ListOffers", Manager | Director, Founder | Partner, Authenticated },
        { "GetOffer", Manager | Director, Founder | Partner, Authenticated },
        { "SubmitOffer", Manager, Founder | Partner },
        { "PublishOffer", Manager },
        { "ArchiveOffer", Manager, Founder | Partner },
        { "ShowInterest", Manager, Founder | Partner, Founder | Partner },
        { "ListInterests", Manager | Director, Founder | Partner },
        { "GetInterest", Manager | Director, Founder | Partner },
        { "ForwardInterest", Manager },
        { "AcceptInterest", Manager, Founder | Partner },
        { "DeclineInterest", Manager, Founder | Partner },
        { "ScheduleMeeting", Manager, Founder | Partner },
        { "ListMeetings", Manager | Director, Founder | Partner },
        { "GetMeeting", Manager | Director, Founder | Partner },
        { "HoldMeeting", Manager, Founder | Partner },
        { "CancelMeeting", Manager, Founder | Partner },
        { "ListTasks", None, Authenticated },
        { "CountTasks", None, Authenticated },
        { "ListTaskRules", Authenticated },
    };
}

namespace Technopark.Insights;

using static Technopark.ServiceDefaults.Roles;

/// <summary>Who may read what. The headline is the park's public figure; what lies behind it is not.</summary>
internal static class Access
{
    public static AccessTable Table { get; } = new()
    {
        // operation, who may use it on everything, on what is theirs
        { "GetHeadline", Anonymous },
        { "StreamHeadline", Authenticated },
        { "ListHeadlineTranches", Manager | Director },
        { "GetCompanySummary", Manager | Director, Founder },
        { "GetTimeline", Manager | Director, Founder },
    };
}

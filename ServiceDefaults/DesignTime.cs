using System.Reflection;

namespace Technopark.ServiceDefaults;

/// <summary>Tools that run a centre's program only to describe it: there is neither database nor broker then.</summary>
public static class DesignTime
{
    /// <summary>True while such a tool runs the program: start nothing then.</summary>
    public static bool IsActive => Assembly.GetEntryAssembly()?.GetName().Name is "GetDocument.Insider" or "ef";
}

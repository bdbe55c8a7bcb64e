using Microsoft.Extensions.Configuration.Memory;

namespace Technopark.ServiceDefaults;

/// <summary>What is logged unless somebody asks for more: the park's own words, and troubles of libraries.</summary>
internal static class LogLevels
{
    /// <summary>Weaker than every other source: <c>Logging__LogLevel__…</c> in the environment decides.</summary>
    public static void AddLogLevels(this IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                ["Logging:LogLevel:Default"] = "Information",
                ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning",
                // Who asks sees the answer, and a park that is starting is not in trouble.
                ["Logging:LogLevel:Microsoft.Extensions.Diagnostics.HealthChecks"] = "None",
                // It repeats what a provider says of a sign-in that failed, names and addresses of people too.
                ["Logging:LogLevel:Microsoft.AspNetCore.Authentication.OpenIdConnect"] = "None",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Warning",
                // A refused write is the client's answer, not an incident; a 500 is logged elsewhere.
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Database.Command"] = "None",
                ["Logging:LogLevel:Microsoft.EntityFrameworkCore.Update"] = "None",
                ["Logging:LogLevel:System.Net.Http"] = "Warning",
                ["Logging:LogLevel:Polly"] = "Error",
                ["Logging:LogLevel:Yarp"] = "Warning",
            },
        });
}

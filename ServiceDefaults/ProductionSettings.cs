namespace Technopark.ServiceDefaults;

/// <summary>
/// Outside development a process refuses to start with settings that are for development, and says which.
/// </summary>
public static class ProductionSettings
{
    /// <summary>Adds what this process asks of its settings.</summary>
    public static void Require(this IServiceCollection services, params SettingRule[] requirements)
    {
        foreach (var requirement in requirements)
        {
            services.AddSingleton(requirement);
        }
    }

    /// <summary>
    /// Ends the program where a requirement is not met: all that are not are named on the error stream.
    /// </summary>
    /// <exception cref="SettingsRefusedException">Which a program does not catch: it ends with <see
    /// cref="SettingRule.ExitCode"/>.</exception>
    public static void RefuseDevelopmentSettings(this WebApplication app)
    {
        if (DesignTime.IsActive)
        {
            return;
        }

        var program = app.Environment.ApplicationName;
        if ((RenamedSettings.Refuse(program, app.Configuration) ?? SettingRule.Refuse(
            program, app.Environment.EnvironmentName, app.Configuration,
                app.Services.GetServices<SettingRule>())) is { } refusal)
        {
            AppDomain.CurrentDomain.UnhandledException += SayPlainly;
            throw new SettingsRefusedException(refusal);
        }
    }

    private static void SayPlainly(object sender, UnhandledExceptionEventArgs failed)
    {
        if (failed.ExceptionObject is SettingsRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
            Environment.Exit(SettingRule.ExitCode);
        }
    }
}

/// <summary>The settings are for development only; the message names each and says what to set.</summary>
public sealed class SettingsRefusedException(string message) : Exception(message);

namespace Technopark.ServiceDefaults;

/// <summary>Outside development a process names the settings that are for development, and does not start.</summary>
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

    /// <summary>Ends the program where a requirement is not met, and names all of those.</summary>
    /// <exception cref="SettingsRefusedException">Not caught: it ends the program.</exception>
    public static void RefuseDevelopmentSettings(this WebApplication app)
    {
        if (DesignTime.IsActive)
        {
            return;
        }

        var program = app.Environment.ApplicationName;
        var rules = app.Services.GetServices<SettingRule>();
        if ((RenamedSettings.Refuse(program, app.Configuration)
            ?? SettingRule.Refuse(program, app.Environment.EnvironmentName, app.Configuration, rules)) is { } refusal)
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

namespace Technopark.Identity.Email;

/// <summary>Mails: written into a queue in the database, sent from there.</summary>
internal static class EmailSetup
{
    public static void AddEmail(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Require(ProductionRequirements.Mail);
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddScoped<EmailComposer>();
        services.AddSingleton<MailLimit>();
        services.AddSingleton<EmailTransport>();
        services.AddSingleton<EmailQueueProcessor>();
        if (!DesignTime.IsActive)
        {
            services.AddHostedService(provider => provider.GetRequiredService<EmailQueueProcessor>());
        }
    }
}

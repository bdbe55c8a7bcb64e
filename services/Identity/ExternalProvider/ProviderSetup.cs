namespace Technopark.Identity.ExternalProvider;

/// <summary>Sign-in at a provider, where the configuration names one.</summary>
internal static class ProviderSetup
{
    private const int SecretLength = 16;

    public static void AddExternalProvider(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureOptions<ProviderRules>().AddSingleton<ProviderAddresses>()
            .AddSingleton<SignedOutCookie>().AddScoped<ExternalSignInService>();
        if (!builder.Configuration.GetSection(ProviderOptions.Section).Exists())
        {
            return;
        }

        // The provider makes the secret: shorter than the park's own it may be, guessable it may not.
        builder.Services.Require(
            new(
                $"{ProviderOptions.Section}:Authority", SettingChecks.Https,
                Bilingual.Of("the provider's https address")),
            new(
                $"{ProviderOptions.Section}:ClientSecret",
                secret => SettingChecks.Absent(secret) || secret!.Length >= SecretLength,
                Bilingual.Of("at least {0} characters, or none for a public client", SecretLength)));
        builder.Services.ConfigureOptions<ProviderSignIn>().AddAuthentication()
            .AddOpenIdConnect(ProviderSignIn.Scheme, _ => { });
    }
}

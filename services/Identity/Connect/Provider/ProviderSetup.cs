using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Technopark.ServiceDefaults;

namespace Technopark.Identity.Connect.Provider;

/// <summary>Sign-in at a provider, where the configuration names one.</summary>
internal static class ProviderSetup
{
    private const int SecretLength = 16;

    public static void AddProvider(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<IdentityOptions>, ProviderRules>();
        builder.Services.AddSingleton<ProviderAddresses>();
        if (!builder.Configuration.GetSection(ProviderOptions.Section).Exists())
        {
            return;
        }

        // The provider makes the secret: shorter than the park's own it may be, guessable it may not.
        builder.Services.Require(
            new($"{ProviderOptions.Section}:Authority", SettingChecks.Https, "the provider's https address / адрес провайдера, https"),
            new(
                $"{ProviderOptions.Section}:ClientSecret", secret => SettingChecks.Absent(secret) || secret!.Length >= SecretLength,
                $"at least {SecretLength} characters, or none for a public client / не менее {SecretLength} знаков или ничего для открытого клиента"));
        builder.Services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, ProviderSignIn>();
        builder.Services.AddAuthentication().AddOpenIdConnect(ProviderSignIn.Scheme, _ => { });
    }
}

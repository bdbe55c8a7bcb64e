namespace Technopark.Identity.Passkeys;

/// <summary>Passkeys, which sign in without a password.</summary>
internal static class PasskeySetup
{
    public static void AddPasskeys(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PasskeyCheck>();
        builder.Services.AddScoped<OwnPasskeys>();
        builder.Services.AddSingleton<PasskeyRules>();
        builder.Services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>>(
            services => services.GetRequiredService<PasskeyRules>());
    }
}

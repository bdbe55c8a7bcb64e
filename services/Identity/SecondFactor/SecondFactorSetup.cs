namespace Technopark.Identity.SecondFactor;

/// <summary>Codes of an authenticator app, asked for after the password.</summary>
internal static class SecondFactorSetup
{
    public static void AddSecondFactor(this WebApplicationBuilder builder) => builder.Services.AddScoped<UsedCodes>();
}

using static OpenIddict.Abstractions.OpenIddictConstants;
using AccountOptions = Microsoft.AspNetCore.Identity.IdentityOptions;

namespace Technopark.Identity.SignIn;

/// <summary>Sign-in with mail and password: ASP.NET Core Identity, its cookies, and sessions.</summary>
internal static class SignInSetup
{
    public static void AddSignIn(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<Sessions>();
        services.AddScoped<SignInCookie>();
        services.AddScoped<PasswordCheck>();
        services.AddIdentityCore<Account>(account =>
            {
                account.User.RequireUniqueEmail = true;
                // A mail address is a name whatever letters it has, and length makes a password, not kinds of letters.
                account.User.AllowedUserNameCharacters = "";
                account.Password.RequiredLength = 10;
                account.Password.RequireNonAlphanumeric = account.Password.RequireDigit = false;
                account.Password.RequireUppercase = account.Password.RequireLowercase = false;
                account.SignIn.RequireConfirmedEmail = true;
                account.ClaimsIdentity.UserIdClaimType = Claims.Subject;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddErrorDescriber<LocalizedIdentityErrors>()
            .AddDefaultTokenProviders();
        services.AddOptions<AccountOptions>().Configure<IOptions<IdentityOptions>>((account, identity) =>
        {
            account.Lockout.MaxFailedAccessAttempts = identity.Value.WrongAttempts;
            account.Lockout.DefaultLockoutTimeSpan = identity.Value.Lockout;
        });
        services.AddAuthentication().AddIdentityCookies();
    }
}

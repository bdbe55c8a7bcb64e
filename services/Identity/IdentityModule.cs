using Microsoft.AspNetCore.DataProtection;
using Technopark.Identity.Accounts;
using Technopark.Identity.Email;
using Technopark.Identity.ExternalProvider;
using Technopark.Identity.OpenIdConnect;
using Technopark.Identity.Passkeys;
using Technopark.Identity.People;
using Technopark.Identity.Recovery;
using Technopark.Identity.Registration;
using Technopark.Identity.SecondFactor;

namespace Technopark.Identity;

/// <summary>Who people are, how they sign in, and the tokens by which every other service knows them.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.Services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        if (!DesignTime.IsActive)
        {
            builder.AddSealedKeys("identity").PersistKeysToDbContext<IdentityDb>();
        }

        builder.AddEmail();
        builder.AddOpenIdConnectServer();
        builder.AddSignIn();
        builder.AddSecondFactor();
        builder.AddPasskeys();
        builder.AddExternalProvider();
        builder.AddRegistration();
        builder.AddAccounts();
        builder.AddPeople();
        builder.AddPages();
    }

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        api.MapMe();
        api.MapSessions();
        api.MapInvitations();
    }

    /// <summary>OpenID Connect, the pages and what operators do, which are not part of the API.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPages();
        app.MapOpenIdConnect();
        InviteByOperator.Map(app);
        RecoverAccount.Map(app);
    }
}

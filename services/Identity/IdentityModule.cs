using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Technopark.Identity.Connect;
using Technopark.Identity.Connect.Provider;
using Technopark.Identity.Data;
using Technopark.Identity.Features.Invitations;
using Technopark.Identity.Features.People;
using Technopark.Identity.Features.Sessions;
using Technopark.Identity.Mail;
using Technopark.Identity.Pages;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit;
using Technopark.ServiceKit.Personal;
using static OpenIddict.Abstractions.OpenIddictConstants;
using AccountOptions = Microsoft.AspNetCore.Identity.IdentityOptions;
using Sessions = Technopark.Identity.Connect.Sessions;

namespace Technopark.Identity;

/// <summary>Who people are, how they sign in, and the tokens by which every other service knows them.</summary>
internal static class IdentityModule
{
    public static void AddIdentity(this WebApplicationBuilder builder)
    {
        builder.Services.AddValidation();
        builder.Services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (!DesignTime.IsActive)
        {
            builder.AddSealedKeys("identity").PersistKeysToDbContext<IdentityDb>();
        }

        builder.Services.Require(ProductionRequirements.Mail);
        builder.Services.Require(
            new("Identity:DevelopmentSecret", SettingChecks.Absent, "unset it: it gives anybody any role / уберите: он даёт любому любую роль"),
            new("Identity:Clients:*:Secret", secret => secret is null || SettingChecks.Secret(secret), "at least 32 characters / не менее 32 знаков"),
            new("Identity:Clients:*:RedirectUris:*", SettingChecks.Https, "an https address / адрес https"),
            new("Identity:Clients:*:SignedOutUris:*", SettingChecks.Https, "an https address / адрес https"));
        builder.AddTokenServer();
        builder.AddMail();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<Sessions>();
        builder.Services.AddScoped<PersonalDataExport>();
        builder.Services.AddScoped<IPersonalRecords>(services => services.GetRequiredService<PersonalDataExport>());
        builder.Services.AddScoped<PersonalArchive>();
        builder.Services.AddScoped<Erasure>();
        builder.Services.AddScoped<DevelopmentGrant>();
        builder.Services.AddScoped<ClientSeeder>();
        builder.Services.AddSingleton<TokenKeys>();
        builder.Services.AddIdentityCore<Account>(account =>
            {
                account.User.RequireUniqueEmail = true;
                // A mail address is a name whatever letters it has, and length makes a password, not kinds of letters.
                account.User.AllowedUserNameCharacters = "";
                account.Password.RequiredLength = 10;
                account.Password.RequireNonAlphanumeric = account.Password.RequireUppercase = account.Password.RequireLowercase = false;
                account.Password.RequireDigit = false;
                account.SignIn.RequireConfirmedEmail = true;
                account.ClaimsIdentity.UserIdClaimType = Claims.Subject;
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddErrorDescriber<LocalizedIdentityErrors>()
            .AddDefaultTokenProviders();
        builder.Services.AddOptions<AccountOptions>().Configure<IOptions<IdentityOptions>>((account, identity) =>
        {
            account.Lockout.MaxFailedAccessAttempts = identity.Value.WrongAttempts;
            account.Lockout.DefaultLockoutTimeSpan = identity.Value.Lockout;
        });
        builder.Services.AddAuthentication().AddIdentityCookies();
        builder.AddProvider();
        builder.Services.AddPages();
        builder.Services.AddSingleton(new DataSeeder(FurnishAsync));
    }

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        ReadMe.Map(me);
        ReadMyData.Map(me);

        var sessions = api.MapGroup("/sessions").WithTags("Sessions");
        ReadSessions.Map(sessions);
        EndSessions.Map(sessions);
        var invitations = api.MapGroup("/invitations").WithTags("Invitations");
        InvitePerson.Map(invitations);
        ReadInvitations.Map(invitations);
        RevokeInvitation.Map(invitations);
    }

    /// <summary>OpenID Connect and the pages, which are not part of the API.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPages();
        var connect = app.MapGroup($"/{TokenServer.Root}connect").ExcludeFromDescription();
        connect.MapPost("/token", TokenEndpoint.HandleAsync).AllowAnonymous();
        connect.MapMethods("/authorize", ["GET", "POST"], AuthorizeEndpoint.HandleAsync).AllowAnonymous();
        connect.MapMethods("/endsession", ["GET", "POST"], EndSessionEndpoint.HandleAsync).AllowAnonymous();
        connect.MapGet("/ended", EndedEndpoint.HandleAsync).ForServices();
        InviteByOperator.Map(app);
        RecoverAccount.Map(app);
    }

    private static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddScoped<EmailComposer>();
        builder.Services.AddScoped<AccountChanges>();
        builder.Services.AddScoped<InvitationService>();
        builder.Services.AddSingleton<MailLimit>();
        builder.Services.AddSingleton<EmailTransport>();
        builder.Services.AddSingleton<EmailQueueProcessor>();
        builder.Services.AddRetentionOfPeople();
        if (!DesignTime.IsActive)
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<EmailQueueProcessor>());
        }
    }

    private static async Task FurnishAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!await services.GetRequiredService<IdentityDb>().TokenKeys.AnyAsync(ct))
        {
            await services.GetRequiredService<TokenKeys>().RenewAsync(ct);
        }

        await services.GetRequiredService<ClientSeeder>().RegisterAsync(ct);
    }
}

using Microsoft.AspNetCore.DataProtection;
using Technopark.Identity.Accounts;
using Technopark.Identity.Administration;
using Technopark.Identity.Email;
using Technopark.Identity.ExternalProvider;
using Technopark.Identity.Grpc;
using Technopark.Identity.Kept;
using Technopark.Identity.OpenIdConnect;
using Technopark.Identity.Passkeys;
using Technopark.Identity.People;
using Technopark.Identity.Recovery;
using Technopark.Identity.Registration;
using Technopark.Identity.SecondFactor;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Hosting;
using Technopark.ServiceKit.PersonalData;

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
        builder.AddExternalProvider();
        builder.AddPages();
        builder.Services
            .AddScoped<AccountChanges>().AddScoped<UsedCodes>().AddScoped<RegistrationService>()
            .AddScoped<PeopleAccess>().AddScoped<PersonFacts>().AddScoped<PasskeyCheck>().AddScoped<OwnPasskeys>()
            .AddSingleton<PasskeyRules>().ConfigureOptions<PasskeyRules>()
            .AddScoped<PersonalDataExport>().AddScoped<IPersonalRecords, PersonalDataExport>()
            .AddScoped<IPersonalRecords, KeptOfPeople>()
            .AddSingleton<NamesOfPeople>()
            .AddSingleton(services => new NameLookup(services.GetRequiredService<NamesOfPeople>().FindAsync))
            .AddSingleton(new PeopleIn<Invitation>(invitation => invitation.Inviter))
            .AddSingleton(new DataSeeder(PeopleSeeder.TellAsync))
            .AddScoped<PersonalArchive>().AddScoped<Erasure>().AddRetentionOfPeople();
    }

    public static void MapIdentity(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTag("Me", "Who is signed in, and what the park keeps about them.");
        ReadMe.Map(me);
        ReadMyData.Map(me);
        var kept = me.MapGroup("/kept");
        ReadKept.Map(kept);
        PutKept.Map(kept);
        RemoveKept.Map(kept);
        var sessions = api.MapGroup("/sessions").WithTag("Sessions", "Devices on which one is signed in.");
        ReadSessions.Map(sessions);
        EndSessions.Map(sessions);
        var invitations = api.MapGroup("/invitations").WithTag("Invitations", "Invitations into the park, with roles.");
        InvitePerson.Map(invitations);
        ReadInvitations.Map(invitations);
        RevokeInvitation.Map(invitations);
        var people = api.MapGroup("/people").WithTag("People", "People of the park, their roles and their access.");
        ReadPeople.Map(people);
        ChangeRoles.Map(people);
        BlockPerson.Map(people);
        PersonSessions.Map(people);
    }

    /// <summary>OpenID Connect, the pages, what operators do and what centres ask: not parts of the API.</summary>
    public static void MapSignIn(this WebApplication app)
    {
        app.MapPages();
        app.MapGrpcService<PeopleNamesService>().AllowCallers("PeopleNames");
        app.MapOpenIdConnect();
        InviteByOperator.Map(app);
        RecoverAccount.Map(app);
        RepeatErasure.Map(app);
    }
}

namespace Technopark.Identity.Registration;

/// <summary>Sign-up, and invitations for everybody who does not sign up by themselves.</summary>
internal static class RegistrationSetup
{
    public static void AddRegistration(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<RegistrationService>();
        builder.Services.AddScoped<InvitationService>();
    }

    public static void MapInvitations(this RouteGroupBuilder api)
    {
        var invitations = api.MapGroup("/invitations").WithTags("Invitations");
        InvitePerson.Map(invitations);
        ReadInvitations.Map(invitations);
        RevokeInvitation.Map(invitations);
    }
}

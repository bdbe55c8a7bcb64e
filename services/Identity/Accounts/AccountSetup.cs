namespace Technopark.Identity.Accounts;

/// <summary>What a person does with their own account: name, language, password and sessions.</summary>
internal static class AccountSetup
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<AccountChanges>();
        builder.Services.AddScoped<OwnSessions>();
    }

    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("Sessions");
        ReadSessions.Map(sessions);
        EndSessions.Map(sessions);
    }
}

using Technopark.ServiceKit.PersonalData;

namespace Technopark.Identity.People;

/// <summary>A person's own data: shown, copied, and erased on request or when its time is over.</summary>
internal static class PeopleSetup
{
    public static void AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<PersonalDataExport>();
        services.AddScoped<IPersonalRecords>(provider => provider.GetRequiredService<PersonalDataExport>());
        services.AddScoped<PersonalArchive>();
        services.AddScoped<Erasure>();
        services.AddRetentionOfPeople();
    }

    public static void MapMe(this RouteGroupBuilder api)
    {
        var me = api.MapGroup("/me").WithTags("Me");
        ReadMe.Map(me);
        ReadMyData.Map(me);
    }
}

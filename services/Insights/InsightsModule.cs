using Technopark.Insights.Features.Companies;
using Technopark.Insights.Features.Headline;
using Technopark.Insights.Features.Timeline;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Insights;

/// <summary>What the chain adds up to: read models that can be built again from the events.</summary>
internal static class InsightsModule
{
    public static IServiceCollection AddInsights(this IServiceCollection services)
    {
        services.AddValidation();
        services.AddScoped<IWordsOfCompanies, TimelineWords>();
        services.AddSingleton<HeadlineQuery>();
        services.AddSingleton<HeadlineNotifier>();
        return DesignTime.IsActive
            ? services
            : services.AddHostedService(provider => provider.GetRequiredService<HeadlineNotifier>());
    }

    public static void MapInsights(this RouteGroupBuilder api)
    {
        var headline = api.MapGroup("/headline")
            .WithTag("Headline", "How much the residents raised, and the tranches behind it.");
        ReadHeadline.Map(headline);
        ReadHeadlineTranches.Map(headline);
        StreamHeadline.Map(headline);
        var companies = api.MapGroup("/companies")
            .WithTag("Companies", "A company over all centres: summary and timeline.");
        ReadCompany.Map(companies);
        ReadTimeline.Map(companies);
    }
}

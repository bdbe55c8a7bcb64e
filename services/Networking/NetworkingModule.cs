using Technopark.Networking.Features.Companies;
using Technopark.Networking.Features.Interests;
using Technopark.Networking.Features.Meetings;
using Technopark.Networking.Features.Offers;
using Technopark.ServiceKit.Companies;

namespace Technopark.Networking;

/// <summary>Networking: who is there, what they offer and look for, and when they meet.</summary>
internal static class NetworkingModule
{
    public static IServiceCollection AddNetworking(this IServiceCollection services)
    {
        services.AddOptions<ContactLimits>().BindConfiguration("Contacts").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddValidation()
            .AddScoped<ICompanyDependents, Dependents>()
            .AddSingleton(new StepGuard<Interest>("accept", NetworkingDb.OfHost))
            .AddSingleton(new ConstraintProblem(
                InterestMap.OneOpen, "interestOpen", "The company has an interest in this offer that is open already."))
            .AddSingleton(new ConstraintProblem(
                NoDoubleBooking.Constraint, "doubleBooked",
                "One of the companies has another meeting at that time."));
    }

    public static void MapNetworking(this RouteGroupBuilder api)
    {
        ReadCompanies.Map(api.MapGroup("/companies").WithTag("Companies", "Companies that one can meet."));

        var offers = api.MapGroup("/offers").WithTag("Offers", "What companies offer and look for.");
        DraftOffer.Map(offers);
        ReadOffers.Map(offers);
        SubmitOffer.Map(offers);
        PublishOffer.Map(offers);
        ArchiveOffer.Map(offers);
        ShowInterest.Map(offers);

        var interests = api.MapGroup("/interests").WithTag("Interests", "Who answered an offer, and what came of it.");
        ReadInterests.Map(interests);
        ForwardInterest.Map(interests);
        AcceptInterest.Map(interests);
        DeclineInterest.Map(interests);
        ScheduleMeeting.Map(interests);

        var meetings = api.MapGroup("/meetings").WithTag("Meetings", "Meetings that came of an interest.");
        ReadMeetings.Map(meetings);
        HoldMeeting.Map(meetings);
        CancelMeeting.Map(meetings);
    }
}

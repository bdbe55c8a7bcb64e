namespace Technopark.Networking.Domain;

/// <summary>
/// How much of others' time one company may ask for, so that nobody books all of a host's day. An operator sets other
/// numbers in the section <c>Contacts</c>.
/// </summary>
internal sealed class ContactLimits
{
    /// <summary>Interests of one company in offers of another that are not over.</summary>
    [Range(1, 1000)]
    public int OpenInterestsPerPair { get; init; } = 5;

    /// <summary>Interests that a company shows on one day, UTC.</summary>
    [Range(1, 10_000)]
    public int InterestsPerGuestAndDay { get; init; } = 30;

    /// <summary>Meetings of two companies on one day, UTC, that are not called off.</summary>
    [Range(1, 100)]
    public int MeetingsPerPairAndDay { get; init; } = 4;

    /// <summary>Meetings of an interested company with all hosts on one day, UTC, that are not called off.</summary>
    [Range(1, 100)]
    public int MeetingsPerGuestAndDay { get; init; } = 12;

    /// <exception cref="DomainException">409 tooManyInterests.</exception>
    public void RequireOneMoreInterest(int openOfPair, int ofGuestToday)
    {
        Require("tooManyInterests", openOfPair, OpenInterestsPerPair,
            $"A company has at most {OpenInterestsPerPair} open interests in another's offers.");
        Require("tooManyInterests", ofGuestToday, InterestsPerGuestAndDay,
            $"A company shows interest at most {InterestsPerGuestAndDay} times a day.");
    }

    /// <exception cref="DomainException">409 tooManyMeetings.</exception>
    public void RequireOneMoreMeeting(int ofPair, int ofGuest)
    {
        Require("tooManyMeetings", ofPair, MeetingsPerPairAndDay,
            $"Two companies meet at most {MeetingsPerPairAndDay} times a day.");
        Require("tooManyMeetings", ofGuest, MeetingsPerGuestAndDay,
            $"An interested company meets hosts at most {MeetingsPerGuestAndDay} times a day.");
    }

    private static void Require(string code, int count, int atMost, ProblemText rule)
    {
        if (count >= atMost)
        {
            throw new DomainException(Refusal.Conflict, code, rule);
        }
    }
}

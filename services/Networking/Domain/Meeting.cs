namespace Technopark.Networking.Domain;

/// <summary>Two companies and a time.</summary>
internal sealed class Meeting : StatefulRoot
{
    private static readonly StateMachine<MeetingStatus> States = new StateMachine<MeetingStatus>()
        .Allow("hold", MeetingStatus.Held, MeetingStatus.Scheduled)
        .Allow("cancel", MeetingStatus.Cancelled, MeetingStatus.Scheduled);

    private readonly List<Booking> _bookings = [];

    private Meeting()
    {
    }

    public Guid InterestId { get; private init; }

    /// <summary>The company behind the offer.</summary>
    public Guid CompanyId { get; private init; }

    /// <summary>The company that was interested.</summary>
    public Guid GuestCompanyId { get; private init; }

    public MeetingStatus Status { get; private set; }

    public DateTimeOffset StartsAt { get; private init; }

    public DateTimeOffset EndsAt { get; private init; }

    /// <summary>The time it takes of each company; none once it is cancelled.</summary>
    public IReadOnlyList<Booking> Bookings => _bookings;

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; private set; }

    public string[] Allowed => States.ActionsFrom(Status);

    /// <summary>Fixes a time; that nobody has another meeting then, the database decides.</summary>
    public static Meeting Schedule(Interest interest, DateTimeOffset startsAt, TimeSpan duration, DateTimeOffset now)
    {
        interest.RequireTalking();
        var meeting = new Meeting
        {
            Id = Guid.CreateVersion7(now),
            CreatedAt = now,
            InterestId = interest.Id,
            CompanyId = interest.OfferCompanyId,
            GuestCompanyId = interest.CompanyId,
            Status = MeetingStatus.Scheduled,
            StartsAt = startsAt,
            EndsAt = startsAt + duration,
        };
        meeting._bookings.Add(Booking.Of(meeting, meeting.CompanyId));
        meeting._bookings.Add(Booking.Of(meeting, meeting.GuestCompanyId));
        meeting.Raise(new MeetingScheduled(
            meeting.Id, meeting.InterestId, meeting.CompanyId, meeting.GuestCompanyId, meeting.StartsAt,
            meeting.EndsAt));
        return meeting;
    }

    /// <summary>True while it can be called off and has not begun.</summary>
    public bool IsAhead(DateTimeOffset now) => Status == MeetingStatus.Scheduled && StartsAt > now;

    /// <summary>Records that it took place.</summary>
    public void Hold(DateTimeOffset now)
    {
        Status = States.Next(Status, "hold");
        if (now < StartsAt)
        {
            throw new DomainException(
                Refusal.Conflict, "meetingAhead",
                $"It begins at {StartsAt:u}: that it was held is recorded after that.");
        }

        Touch();
    }

    /// <summary>Calls it off: both companies are free again.</summary>
    public void Cancel(string reason)
    {
        Status = States.Next(Status, "cancel");
        Reason = reason;
        _bookings.Clear();
        Touch();
    }
}

/// <summary>The time that a meeting takes of one company.</summary>
internal sealed class Booking
{
    public Guid MeetingId { get; private init; }

    public Guid CompanyId { get; private init; }

    public DateTimeOffset StartsAt { get; private init; }

    public DateTimeOffset EndsAt { get; private init; }

    public static Booking Of(Meeting meeting, Guid companyId) =>
        new() { MeetingId = meeting.Id, CompanyId = companyId, StartsAt = meeting.StartsAt, EndsAt = meeting.EndsAt };
}

using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Networking.EventHandlers;

/// <summary>A company that is no more offers nothing, talks to nobody and comes to no meeting.</summary>
internal sealed class CompanyLiquidatedHandler(NetworkingDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var (company, ct, now) = (context.Message.CompanyId, context.CancellationToken, clock.GetUtcNow());
        var reason = $"liquidation: {context.Message.Reason}";
        var offers = await db.Offers
            .FromSql($"""
                select *, xmin from offers where company_id = {company} and status <> 'Archived'
                order by id for no key update
                """)
            .ToListAsync(ct);
        offers.ForEach(offer => offer.Archive(reason));

        var interests = await db.Interests
            .FromSql($"""
                select *, xmin from interests where company_id = {company} or offer_company_id = {company}
                order by id for no key update
                """)
            .ToListAsync(ct);
        interests.FindAll(interest => interest.IsOpen).ForEach(interest => interest.Decline(reason));

        var meetings = await db.Meetings
            .FromSql($"""
                select *, xmin from meetings
                where (company_id = {company} or guest_company_id = {company}) and starts_at > {now}
                order by id for no key update
                """)
            .Include(meeting => meeting.Bookings).ToListAsync(ct);
        // Asked of what is in memory: another news of the same commit may have called it off already.
        meetings.FindAll(meeting => meeting.IsAhead(now)).ForEach(meeting => meeting.Cancel(reason));
    }
}

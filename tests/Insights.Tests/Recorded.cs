using Technopark.Contracts;
using Technopark.Contracts.Clusters;
using Technopark.Contracts.Incubation;
using Technopark.Contracts.Investment;
using Technopark.Contracts.Networking;
using Technopark.Contracts.Registry;

namespace Technopark.Insights.Tests;

/// <summary>An event as it once was said.</summary>
public sealed record Recorded(Guid Id, Guid Subject, DateTimeOffset Time, IntegrationEvent Fact);

/// <summary>Makes up what a park says of some companies, each going as far as chance takes it.</summary>
internal sealed class RecordedStory(int seed)
{
    private readonly Random _chance = new(seed);
    private readonly List<Recorded> _events = [];
    private DateTimeOffset _time = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public List<Guid> Companies { get; } = [];

    public static RecordedStory Of(int companies, int seed)
    {
        var story = new RecordedStory(seed);
        for (var i = 0; i < companies; i++)
        {
            story.Tell(Guid.CreateVersion7());
        }

        return story;
    }

    public IReadOnlyList<Recorded> Events => _events;

    private void Tell(Guid company)
    {
        var (call, programme) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Companies.Add(company);
        Say(company, new CompanyRegistered(company, $"Команда {company:N}", CompanyKind.Ooo, "62.01", "78", null), 1);
        if (_chance.Next(5) == 0)
        {
            Say(company, new CompanyRejected(company, "нет документов"), 2);
            return;
        }

        Say(
            company,
            new CompanyVerified(
                company, $"ООО {company:N}", CompanyKind.Ooo, "7707083893", "1027700132195", "62.01", "78"),
            2);
        Say(call, new CallOpened(call, programme, "Весенний набор", Day(0), Day(30)), 1);
        var application = Guid.CreateVersion7();
        Say(application, new ApplicationSubmitted(application, company, call, programme, Day(1)), 2);
        Say(
            application,
            new ApplicationDecided(application, company, call, programme, ApplicationOutcome.Accepted, "рынок"), 5);
        TellResidency(company, programme);
        TellRound(company);
        TellPartners(company);
        if (_chance.Next(3) == 0)
        {
            Say(company, new CompanyLiquidated(company, "решение участников", Day(400)), 3);
        }
    }

    private void TellResidency(Guid company, Guid programme)
    {
        var residency = Guid.CreateVersion7();
        Say(residency, new ResidencyStarted(residency, company, programme, Day(10)), 3);
        switch (_chance.Next(3))
        {
            case 0: Say(residency, new ResidentGraduated(residency, company, programme, Day(300)), 4); break;
            case 1:
                Say(
                residency,
                new ResidencyEnded(residency, company, programme, ResidencyEnd.Withdrawn, "переезд", Day(200)),
                4); break;
            default: break;
        }
    }

    private void TellRound(Guid company)
    {
        var (round, commitment) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Say(
            round, new RoundOpened(round, company, "Посев", InvestmentClass.Equity, Money.Roubles(20_000_000), Day(20)),
            2);
        Say(
            commitment,
            new CommitmentMade(commitment, round, company, Guid.CreateVersion7(), Money.Roubles(15_000_000.10m)), 1);
        for (var part = _chance.Next(4); part > 0; part--)
        {
            var (tranche, usd) = (Guid.CreateVersion7(), _chance.Next(1, 1_000_000) / 100m);
            var roubles = Money.Roubles(decimal.Round(usd * 91.2345m, 2));
            var fx = new ExchangeRate(91.2345m, Day(30), "Банк России");
            Say(tranche, new TranchePaid(
                tranche, commitment, round, company, Guid.CreateVersion7(), (InvestmentClass)_chance.Next(6),
                new Money(usd, "USD"), roubles, fx,
                Day(_chance.Next(300)), $"п/п {part}"), 1);
            if (_chance.Next(3) == 0)
            {
                Say(tranche, new TrancheReversed(tranche, commitment, round, company, roubles, "ошибка банка"), 2);
            }
        }

        Say(round, new RoundClosed(round, company, Day(310)), 3);
    }

    private void TellPartners(Guid company)
    {
        var (membership, offer, interest, meeting) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Say(membership, new MemberCommitted(membership, Guid.CreateVersion7(), company, "ООО", MemberType.Sme), 1);
        Say(membership, new MemberLeft(membership, Guid.CreateVersion7(), company, "реорганизация"), 2);
        Say(offer, new OfferPublished(offer, company, OfferKind.TechnologyOffer, "Сборка роботов"), 2);
        Say(interest, new InterestAccepted(interest, offer, company, Companies[0]), 2);
        Say(
            meeting,
            new MeetingScheduled(
                meeting, interest, company, Companies[0], _time.AddDays(3), _time.AddDays(3).AddMinutes(30)),
            1);
    }

    private void Say(Guid subject, IntegrationEvent message, long version)
    {
        // Instants travel by the broker as text and by the feed as a timestamp: both keep microseconds.
        _time = _time.AddMicroseconds(_chance.Next(1, 5_000_000));
        _events.Add(new Recorded(Guid.CreateVersion7(), subject, _time, message with { Version = version }));
    }

    private static DateOnly Day(int after) => new DateOnly(2025, 1, 1).AddDays(after);
}

using Technopark.Contracts.Investment;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Investment =>
    [
        new("technopark.investment.roundOpened.v1",
            new RoundOpened(
                Id(6), Id(1), "Seed", InvestmentClass.OwnFunds, Money.Roubles(15_000_000m), Day(6)) { Version = 1 },
            $$"""
            {"roundId":"{{Stem}}06","companyId":"{{Stem}}01","name":"Seed","class":"ownFunds",
            "target":{"amount":"15000000.0000","currency":"RUB"},"openedOn":"2024-02-06","version":1}
            """),
        new("technopark.investment.roundClosed.v1",
            new RoundClosed(Id(6), Id(1), Day(7)) { Version = 2 },
            $$"""
            {"roundId":"{{Stem}}06","companyId":"{{Stem}}01","closedOn":"2024-02-07","version":2}
            """),
        new("technopark.investment.commitmentMade.v1",
            new CommitmentMade(Id(7), Id(6), Id(1), Id(8), new Money(100_000.5m, "USD")) { Version = 1 },
            $$"""
            {"commitmentId":"{{Stem}}07","roundId":"{{Stem}}06","companyId":"{{Stem}}01","investorId":"{{Stem}}08",
            "amount":{"amount":"100000.5000","currency":"USD"},"version":1}
            """),
        new("technopark.investment.tranchePaid.v1",
            new TranchePaid(Id(9), Id(7), Id(6), Id(1), Id(8), InvestmentClass.Convertible, new Money(1000m, "USD"),
                Money.Roubles(91_234.56m), new ExchangeRate(91.23456m, Day(8), "Bank of Russia"), Day(8),
                "PO 17") { Version = 2 },
            $$"""
            {"trancheId":"{{Stem}}09","commitmentId":"{{Stem}}07","roundId":"{{Stem}}06","companyId":"{{Stem}}01",
            "investorId":"{{Stem}}08","class":"convertible","amount":{"amount":"1000.0000","currency":"USD"},
            "rubAmount":{"amount":"91234.5600","currency":"RUB"},"fx":{"rate":91.23456,"date":"2024-02-08",
            "source":"Bank of Russia"},"paidOn":"2024-02-08","evidence":"PO 17","version":2}
            """),
        new("technopark.investment.trancheReversed.v1",
            new TrancheReversed(Id(9), Id(7), Id(6), Id(1), Money.Roubles(91_234.56m), "Entered twice") { Version = 3 },
            $$"""
            {"trancheId":"{{Stem}}09","commitmentId":"{{Stem}}07","roundId":"{{Stem}}06","companyId":"{{Stem}}01",
            "rubAmount":{"amount":"91234.5600","currency":"RUB"},"reason":"Entered twice","version":3}
            """),
    ];
}

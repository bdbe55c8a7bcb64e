using System.Text.Json.Serialization;

namespace Technopark.Investment.Features.Tranches;

internal static class PayTranche
{
    /// <param name="Evidence">Reference to the payment document.</param>
    /// <param name="Fx">The rate of the day for a foreign amount; not for roubles.</param>
    public sealed record Request(
        [property: Positive] Money Amount,
        [property: Happened] DateOnly PaidOn,
        [property: Required, StringLength(1000, MinimumLength = 1)] string Evidence,
        FxRequest? Fx = null)
    {
        public Payment ToPayment() =>
            new(Amount, PaidOn, Evidence, Fx is null ? null : new ExchangeRate(Fx.Rate, Fx.Date, Fx.Source));
    }

    /// <param name="Rate">Roubles for one unit of the currency, at most 8 decimals.</param>
    /// <param name="Date">Date of the rate: that of the payment or the last before.</param>
    /// <param name="Source">Who set it.</param>
    public sealed record FxRequest(
        [property: Range(
            typeof(decimal), "0.00000001", "999999999",
            ParseLimitsInInvariantCulture = true, ConvertValueInInvariantCulture = true)]
        [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString), Decimals(Roubles.RateDecimals)]
        decimal Rate,
        [property: Happened] DateOnly Date,
        [property: Required, StringLength(200, MinimumLength = 1)] string Source);

    public static void Map(RouteGroupBuilder commitments) =>
        commitments.MapPost("/{commitmentId:guid}/tranches", HandleAsync)
        .WithName(nameof(PayTranche)).WithSummary("Record money that arrived").WithIdempotency();

    private static Task<CreatedWithETag<TrancheView>> HandleAsync(
        Guid commitmentId, Request body, InvestmentDb db, TimeProvider clock, CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundOfCommitmentAsync(commitmentId, ct);
        var commitment = await db.Commitments.FindOr404Async(commitmentId, ct);
        var issuer = await db.Every<Issuer>().FindOr404Async(commitment.CompanyId, ct);
        await db.RequireBegunAsync(commitment.CompanyId, body.PaidOn, "paidOn", ct);
        var tranche = Tranche.Pay(commitment, round, issuer, body.ToPayment(), clock.GetUtcNow(), clock.Today());
        return await db.CreateAsync(tranche, "tranches", TrancheView.Of, ct);
    }, ct);
}

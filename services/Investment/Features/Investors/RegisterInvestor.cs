namespace Technopark.Investment.Features.Investors;

internal static class RegisterInvestor
{
    public sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 1)] string Name, InvestorKind Kind);

    public static void Map(RouteGroupBuilder investors) => investors.MapPost("", HandleAsync)
        .WithName(nameof(RegisterInvestor)).WithSummary("Enter an investor")
        .WithDescription("An investor who enters it acts for it; where a manager does, it is the park's own record.")
        .WithIdempotency();

    private static Task<CreatedWithETag<InvestorView>> HandleAsync(
        Request body, Caller caller, InvestmentDb db, TimeProvider clock, CancellationToken ct)
    {
        Guid? owner = caller.Is(Roles.Investor) ? caller.Id : null;
        var investor = Investor.Register(body.Name, body.Kind, owner, clock.GetUtcNow());
        return db.CreateAsync(investor, "investors", InvestorView.Of, ct);
    }
}

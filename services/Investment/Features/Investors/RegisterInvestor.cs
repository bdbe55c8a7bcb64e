using System.ComponentModel.DataAnnotations;
using Technopark.Investment.Data;
using Technopark.Investment.Domain;
using Technopark.ServiceKit.Http;

namespace Technopark.Investment.Features.Investors;

internal static class RegisterInvestor
{
    public sealed record Request([property: Required, StringLength(200, MinimumLength = 1)] string Name, InvestorKind Kind);

    public static void Map(RouteGroupBuilder investors) => investors.MapPost("", HandleAsync)
        .WithName(nameof(RegisterInvestor)).WithSummary("Enter an investor / Внести инвестора")
        .WithIdempotency();

    private static Task<Created<InvestorView>> HandleAsync(Request body, InvestmentDb db, TimeProvider clock, CancellationToken ct) =>
        db.CreateAsync(Investor.Register(body.Name, body.Kind, clock.GetUtcNow()), "investors", InvestorView.Of, ct);
}

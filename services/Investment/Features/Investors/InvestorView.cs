using Technopark.Investment.Domain;

namespace Technopark.Investment.Features.Investors;

/// <summary>An investor as the API shows it.</summary>
internal sealed record InvestorView(Guid Id, string Name, InvestorKind Kind, DateTimeOffset CreatedAt)
{
    public static InvestorView Of(Investor investor) => new(investor.Id, investor.Name, investor.Kind, investor.CreatedAt);
}

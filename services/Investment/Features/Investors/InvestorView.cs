namespace Technopark.Investment.Features.Investors;

/// <summary>An investor as the API shows it.</summary>
/// <param name="Name">Null once a private investor has been erased.</param>
internal sealed record InvestorView(Guid Id, string? Name, InvestorKind Kind, DateTimeOffset CreatedAt)
{
    public static InvestorView Of(Investor investor) =>
        new(investor.Id, investor.Name.Length > 0 ? investor.Name : null, investor.Kind, investor.CreatedAt);
}

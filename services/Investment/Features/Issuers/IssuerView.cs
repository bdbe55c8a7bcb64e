namespace Technopark.Investment.Features.Issuers;

/// <summary>An issuer as the API shows it.</summary>
/// <param name="CompanyId">The company in the registry, by which the issuer is found.</param>
/// <param name="Name">Null while no event that names the company has come.</param>
/// <param name="ClosedOn">Legal date of the liquidation; null where a verification was revoked.</param>
internal sealed record IssuerView(
    Guid CompanyId, string? Name, IssuerStatus Status, DateOnly? ClosedOn, DateTimeOffset CreatedAt)
{
    public static IssuerView Of(Issuer issuer) =>
        new(issuer.Id, issuer.Name, issuer.Status, issuer.ClosedOn, issuer.CreatedAt);
}

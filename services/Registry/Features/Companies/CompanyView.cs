using System.Text.Json.Serialization;

namespace Technopark.Registry.Features.Companies;

/// <summary>A company as the API shows it.</summary>
/// <param name="OwnerIds">People who act for it.</param>
/// <param name="Owners">The same with their names.</param>
/// <param name="Allowed">What may be done with it now: the verbs of its routes.</param>
internal sealed record CompanyView(
    Guid Id, string Name, CompanyKind Kind, CompanyStatus Status, string? Inn, string? Ogrn, string? Kpp,
    string? OkvedMain, string? Region, DateOnly? RegisteredOn, IReadOnlyList<CompanyView.FounderView> Founders,
    IReadOnlyList<Guid> OwnerIds, IReadOnlyList<PersonName> Owners, DateTimeOffset CreatedAt,
    DateTimeOffset? VerifiedAt, DateOnly? LiquidatedOn, string? Reason, string[] Allowed)
{
    /// <param name="PersonId">Opaque; of somebody with an account the id in their tokens.</param>
    /// <param name="Name">Null once the person has been erased.</param>
    internal sealed record FounderView(
        Guid PersonId, string? Name, string Role,
        [property: JsonNumberHandling(JsonNumberHandling.WriteAsString)] decimal SharePercent);

    public static CompanyView Of(Company company) => new(
        company.Id, company.Name, company.Kind, company.Status, company.Inn, company.Ogrn, company.Kpp,
        company.OkvedMain, company.Region, company.RegisteredOn,
        company.Founders.ConvertAll(founder => new FounderView(
            founder.PersonId, founder.Name.Length > 0 ? founder.Name : null, founder.Role, founder.SharePercent)),
        company.OwnerIds, company.OwnerIds.ConvertAll(company.PersonOf), company.CreatedAt, company.VerifiedAt,
        company.LiquidatedOn, company.Reason, company.ForCaller([.. company.Allowed, "addOwner", "removeOwner"]));
}

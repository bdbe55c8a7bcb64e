using Technopark.ServiceKit.Companies;

namespace Technopark.Networking.Data;

/// <summary>Offers that are published.</summary>
internal sealed class Dependents(NetworkingDb db) : ICompanyDependents
{
    public string Kind => "offers";

    public Task<bool> AnyAsync(Guid company, CancellationToken ct) =>
        db.Every<Offer>().AnyAsync(offer => offer.CompanyId == company && offer.Status == OfferStatus.Published, ct);
}

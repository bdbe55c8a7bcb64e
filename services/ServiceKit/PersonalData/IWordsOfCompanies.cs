namespace Technopark.ServiceKit.PersonalData;

/// <summary>
/// Words about companies that stand elsewhere than in the columns of things with a <c>CompanyId</c>, which the kit
/// finds by itself: in a document, or in a thing that belongs to such a one.
/// </summary>
public interface IWordsOfCompanies
{
    /// <summary>Removes them for good, in the transaction under way; what is tracked is saved with it.</summary>
    Task EraseAsync(Guid company, CancellationToken ct);
}

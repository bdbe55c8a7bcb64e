namespace Technopark.Contracts.Registry;

/// <summary>What a company is in law.</summary>
public enum CompanyKind
{
    /// <summary>A team without a legal entity yet.</summary>
    Team,

    /// <summary>Limited liability company (ООО): INN-10, OGRN-13.</summary>
    Ooo,

    /// <summary>Joint-stock company (АО): INN-10, OGRN-13.</summary>
    Ao,

    /// <summary>Sole trader (ИП): INN-12, OGRNIP-15.</summary>
    Ip,

    /// <summary>Company founded by a university on its own research: INN-10, OGRN-13.</summary>
    UniversitySpinOff,
}

/// <summary>A company was entered into the registry; nothing about it has been checked yet.</summary>
/// <param name="CompanyId">The company (UUIDv7).</param>
/// <param name="Name">Its name, 1–200 characters.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="OkvedMain">Code of its main activity, OKVED2.</param>
/// <param name="Region">Two-digit code of the subject of the Federation.</param>
/// <param name="RegisteredOn">Date of its state registration, or of the team's first meeting.</param>
/// <param name="OwnerIds">People who may act for it, by opaque ids; none where the park entered it itself.</param>
public sealed record CompanyRegistered(
    Guid CompanyId, string Name, CompanyKind Kind, [property: Coded] string? OkvedMain,
    [property: Coded] string? Region, DateOnly? RegisteredOn, IReadOnlyList<Guid>? OwnerIds = null)
    : IntegrationEvent;

/// <summary>Other people may act for a company from here on.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="OwnerIds">All who may, by opaque ids.</param>
public sealed record CompanyOwnersChanged(Guid CompanyId, IReadOnlyList<Guid> OwnerIds) : IntegrationEvent;

/// <summary>The registry checked a company's identifiers: from here on every centre may work with it.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="Inn">Taxpayer number, unique among verified companies; null for a team.</param>
/// <param name="Ogrn">OGRN or OGRNIP, unique among verified companies; null for a team.</param>
/// <param name="OkvedMain">Code of its main activity, OKVED2.</param>
/// <param name="Region">Two-digit code of the subject of the Federation.</param>
public sealed record CompanyVerified(
    Guid CompanyId, string Name, CompanyKind Kind, string? Inn, string? Ogrn, [property: Coded] string? OkvedMain,
    [property: Coded] string? Region)
    : IntegrationEvent;

/// <summary>A company's record was wrong and says something else now; who acts for it is as it was.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is in law.</param>
/// <param name="Inn">Taxpayer number; null where none is known.</param>
/// <param name="Ogrn">OGRN or OGRNIP; null where none is known.</param>
/// <param name="OkvedMain">Code of its main activity, OKVED2.</param>
/// <param name="Region">Two-digit code of the subject of the Federation.</param>
/// <param name="RegisteredOn">Date of its state registration, or of the team's first meeting.</param>
public sealed record CompanyCorrected(
    Guid CompanyId, string Name, CompanyKind Kind, string? Inn, string? Ogrn, [property: Coded] string? OkvedMain,
    [property: Coded] string? Region, DateOnly? RegisteredOn)
    : IntegrationEvent;

/// <summary>A company was verified by mistake: it is registered again, and nobody begins anything with it.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Reason">Why, in the manager's words.</param>
public sealed record CompanyVerificationRevoked(Guid CompanyId, string Reason) : IntegrationEvent;

/// <summary>The registry refused to verify a company.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Reason">Why, in the manager's words.</param>
public sealed record CompanyRejected(Guid CompanyId, string Reason) : IntegrationEvent;

/// <summary>A company ceased to exist. Every centre ends what it has open with it.</summary>
/// <param name="CompanyId">The company.</param>
/// <param name="Reason">Why.</param>
/// <param name="LiquidatedOn">Legal date of the liquidation.</param>
public sealed record CompanyLiquidated(Guid CompanyId, string Reason, DateOnly LiquidatedOn) : IntegrationEvent;

/// <summary>
/// The person that a company was, a sole trader, has been erased. Every service removes its name, its numbers and the
/// words written about it; ids, states, dates and sums stay.
/// </summary>
/// <param name="CompanyId">The company.</param>
public sealed record CompanyErased(Guid CompanyId) : IntegrationEvent;

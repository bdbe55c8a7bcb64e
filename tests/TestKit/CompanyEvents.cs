using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Technopark.ParkClient;

namespace Technopark.TestKit;

/// <summary>What the registry says of a company; the versions are those of a company's usual life.</summary>
public static class CompanyEvents
{
    /// <summary>Name of a company that is called nothing else.</summary>
    public const string Name = "Невская робототехника";

    /// <summary>When a company began to exist.</summary>
    public static readonly DateOnly Begun = new(2014, 5, 1);

    /// <param name="owners">People who act for it.</param>
    public static CompanyRegistered Registered(Guid company, string name = Name, params Guid[] owners) =>
        new(company, name, CompanyKind.Ooo, "62.01", "78", Begun, owners) { Version = 1 };

    public static CompanyVerified Verified(
        Guid company, string name = Name, string okved = "62.01", string region = "78") =>
        new(company, name, CompanyKind.Ooo, Numbers.Inn(), Numbers.Ogrn(), okved, region) { Version = 2 };

    public static CompanyRejected Rejected(Guid company) => new(company, "не найдена в реестре") { Version = 2 };

    public static CompanyVerificationRevoked Revoked(Guid company, long version = 3) =>
        new(company, "подтверждена другая компания") { Version = version };

    public static CompanyCorrected Corrected(Guid company, string name, long version = 3) =>
        new(company, name, CompanyKind.Ooo, Numbers.Inn(), Numbers.Ogrn(), "72.19", "54", new DateOnly(2024, 5, 1))
        {
            Version = version,
        };

    /// <summary>An event of any type, with values of its own in every part that it tells.</summary>
    public static IntegrationEvent Of(Type type, Guid company, int version)
    {
        var (name, okved, region) = ($"Имя-{version}", $"62.0{version}", $"0{version}");
        IntegrationEvent message = type.Name switch
        {
            nameof(CompanyRegistered) =>
                new CompanyRegistered(company, name, CompanyKind.Ooo, okved, region, null, [Guid.CreateVersion7()]),
            nameof(CompanyOwnersChanged) => new CompanyOwnersChanged(company, [Guid.CreateVersion7()]),
            nameof(CompanyCorrected) =>
                new CompanyCorrected(company, name, CompanyKind.Ooo, null, null, okved, region, null),
            nameof(CompanyVerified) => new CompanyVerified(company, name, CompanyKind.Ooo, null, null, okved, region),
            nameof(CompanyVerificationRevoked) => Revoked(company),
            nameof(CompanyRejected) => Rejected(company),
            nameof(CompanyLiquidated) => Liquidated(company),
            _ => throw new InvalidOperationException($"Make a {type.Name} here: every centre must follow it."),
        };
        return message with { Version = version };
    }

    /// <param name="days">Legal date of it, in days from today.</param>
    public static CompanyLiquidated Liquidated(Guid company, int days = 0) =>
        new(company, "решение участников", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days)) { Version = 3 };
}

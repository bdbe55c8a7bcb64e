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

    /// <param name="days">Legal date of it, in days from today.</param>
    public static CompanyLiquidated Liquidated(Guid company, int days = 0) =>
        new(company, "решение участников", DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days)) { Version = 3 };
}

using System.Text.Json.Serialization;

namespace Technopark.Registry.Features.Companies;

internal static class RegisterCompany
{
    internal const string KppForm = "[0-9]{4}[0-9A-Z]{2}[0-9]{3}";
    internal const string KppRule = "A KPP is 4 digits, 2 digits or capital letters, 3 digits.";
    internal const string OkvedForm = @"[0-9]{2}(\.[0-9]{1,2}(\.[0-9]{1,2})?)?";
    internal const string OkvedRule = "An OKVED2 code looks like 62, 62.01 or 62.01.1.";
    internal const string RegionForm = "[0-9]{2}";
    internal const string RegionRule = "A region is the two-digit code of a subject of the Federation.";

    public sealed record Request(
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        CompanyKind Kind,
        [property: Inn, StringLength(12)] string? Inn,
        [property: Ogrn, StringLength(15)] string? Ogrn,
        [property: RegularExpression(KppForm, ErrorMessage = KppRule)] string? Kpp,
        [property: RegularExpression(OkvedForm, ErrorMessage = OkvedRule)] string? OkvedMain,
        [property: RegularExpression(RegionForm, ErrorMessage = RegionRule)] string? Region,
        [property: Happened] DateOnly? RegisteredOn,
        [property: Required, MaxLength(50)] IReadOnlyList<FounderRequest> Founders) : IValidatableObject
    {
        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            foreach (var (field, rule) in CompanyDetails.WrongIdentifiers(Kind, Inn, Ogrn))
            {
                yield return new BrokenRule(rule, field);
            }

            if (Founders.Count(founder => founder.IsMe) > 1)
            {
                yield return new BrokenRule("Only one of the founders is the person who asks.", nameof(Founders));
            }

            if (Founders.Sum(founder => founder.SharePercent) > 100)
            {
                yield return new BrokenRule("The shares of the founders are 100 % at most.", nameof(Founders));
            }
        }
    }

    /// <param name="IsMe">This founder is the person who asks: the entry belongs to their personal data.</param>
    public sealed record FounderRequest(
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        [property: Required, StringLength(100, MinimumLength = 1)] string Role,
        [property: Range(typeof(decimal), "0", "100"), JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
        decimal SharePercent,
        bool IsMe = false);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("", HandleAsync)
        .WithName(nameof(RegisterCompany)).WithSummary("Enter a company into the registry").WithIdempotency();

    private static Task<CreatedWithETag<CompanyView>> HandleAsync(
        Request body, Caller caller, RegistryDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var details = new CompanyDetails(
            body.Name, body.Kind, body.Inn, body.Ogrn, body.Kpp, body.OkvedMain, body.Region, body.RegisteredOn);
        var founders = body.Founders.Select(founder => new Founder
        {
            PersonId = founder.IsMe ? caller.Id : Guid.CreateVersion7(now),
            Name = founder.Name,
            Role = founder.Role,
            SharePercent = founder.SharePercent,
        });
        var company = Company.Register(details, founders, caller.Is(Roles.Founder) ? caller.Id : null, now);
        return db.CreateAsync(company, "companies", CompanyView.Of, ct);
    }
}

namespace Technopark.Registry.Features.Companies;

internal static class CorrectCompany
{
    public sealed record Request(
        [property: StringLength(200, MinimumLength = 1)] string? Name,
        CompanyKind? Kind,
        [property: Inn, StringLength(12)] string? Inn,
        [property: Ogrn, StringLength(15)] string? Ogrn,
        [property: RegularExpression(RegisterCompany.KppForm, ErrorMessage = RegisterCompany.KppRule)] string? Kpp,
        [property: RegularExpression(RegisterCompany.OkvedForm, ErrorMessage = RegisterCompany.OkvedRule)]
        string? OkvedMain,
        [property: RegularExpression(RegisterCompany.RegionForm, ErrorMessage = RegisterCompany.RegionRule)]
        string? Region,
        [property: Happened] DateOnly? RegisteredOn,
        [property: StringLength(1000, MinimumLength = 1)]
        [property: Description("Why; needed once the company is verified.")]
        string? Reason);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/correct", HandleAsync)
        .WithName(nameof(CorrectCompany)).WithSummary("Put right what the record says")
        .WithDescription(
            "What is left out stays as it is; who becomes a team loses INN, OGRN and KPP. Those who act for the "
            + "company correct it until it is verified, then the registry alone. GET …/corrections shows the changes.");

    private static async Task<OkWithETag<CompanyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, Caller caller, RegistryDb db, TimeProvider clock, CancellationToken ct)
    {
        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        var right = new CorrectedDetails
        {
            Name = body.Name,
            Kind = body.Kind,
            Inn = body.Inn,
            Ogrn = body.Ogrn,
            Kpp = body.Kpp,
            OkvedMain = body.OkvedMain,
            Region = body.Region,
            RegisteredOn = body.RegisteredOn,
        };
        db.Add(company.Correct(right, (caller.Id, body.Reason, clock.GetUtcNow()), ofRegistry: caller.SeesAll));
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}

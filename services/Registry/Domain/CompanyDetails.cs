namespace Technopark.Registry.Domain;

/// <summary>What the record of a company says.</summary>
internal sealed record CompanyDetails(
    string Name, CompanyKind Kind, string? Inn, string? Ogrn, string? Kpp, string? OkvedMain, string? Region,
    DateOnly? RegisteredOn)
{
    /// <summary>How many digits INN and OGRN have by law; 0: a company of this kind has none.</summary>
    public static (int Inn, int Ogrn) DigitsOf(CompanyKind kind) => kind switch
    {
        CompanyKind.Ip => (12, 15),
        CompanyKind.Team => (0, 0),
        _ => (10, 13),
    };

    /// <summary>What is wrong with the identifiers of a company of this kind, by field in camelCase.</summary>
    public static IEnumerable<(string Field, ProblemText Rule)> WrongIdentifiers(
        CompanyKind kind, string? inn, string? ogrn)
    {
        var digits = DigitsOf(kind);
        if (inn is not null && inn.Length != digits.Inn)
        {
            yield return ("inn", Rule(kind, "INN", digits.Inn));
        }

        if (ogrn is not null && ogrn.Length != digits.Ogrn)
        {
            yield return ("ogrn", Rule(kind, "OGRN", digits.Ogrn));
        }
    }

    private static ProblemText Rule(CompanyKind kind, ProblemText identifier, int digits)
    {
        if (digits == 0)
        {
            return $"A team has no {identifier}.";
        }

        return $"A company of this kind ({kind}) has {digits} digits in its {identifier}.";
    }
}

/// <summary>What a record should say; null where it is right as it is.</summary>
internal sealed record CorrectedDetails
{
    public string? Name { get; init; }

    public CompanyKind? Kind { get; init; }

    public string? Inn { get; init; }

    public string? Ogrn { get; init; }

    public string? Kpp { get; init; }

    public string? OkvedMain { get; init; }

    public string? Region { get; init; }

    public DateOnly? RegisteredOn { get; init; }

    /// <summary>The record with the corrections. A team has no identifiers: who becomes one loses them.</summary>
    public CompanyDetails Over(CompanyDetails wrong)
    {
        var kind = Kind ?? wrong.Kind;
        var had = kind == CompanyKind.Team ? wrong with { Inn = null, Ogrn = null, Kpp = null } : wrong;
        return new(
            Name ?? had.Name, kind, Inn ?? had.Inn, Ogrn ?? had.Ogrn, Kpp ?? had.Kpp, OkvedMain ?? had.OkvedMain,
            Region ?? had.Region, RegisteredOn ?? had.RegisteredOn);
    }
}

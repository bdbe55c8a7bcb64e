namespace Technopark.Registry.Features.Companies;

/// <summary>INN with right check digits: 10 of an entity or 12 of a person.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class InnAttribute()
    : ValidationAttribute("An INN has 10 digits (entity) or 12 (person) with matching check digits.")
{
    public override bool IsValid(object? value) =>
        value is not string inn || Identifiers.IsInnOfEntity(inn) || Identifiers.IsInnOfPerson(inn);
}

/// <summary>OGRN or OGRNIP with a right check digit.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OgrnAttribute()
    : ValidationAttribute("An OGRN has 13 digits (entity), an OGRNIP 15 (sole trader), with a matching check digit.")
{
    public override bool IsValid(object? value) =>
        value is not string ogrn || Identifiers.IsOgrn(ogrn) || Identifiers.IsOgrnip(ogrn);
}

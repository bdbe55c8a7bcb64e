namespace Technopark.Architecture.Tests.Rules;

/// <summary>
/// Of texts the audit keeps only that they changed, unless they are marked as codes. A mark on what may name a person,
/// or is written by one about another, would put that into a table which nobody can correct.
/// </summary>
internal static partial class AuditRules
{
    private const string Mark = "Technopark.ServiceKit.Domain.AuditedAttribute";

    public static IEnumerable<string> WordsAboutPeople(AssemblyDefinition service) =>
        from type in service.MainModule.GetTypes()
        from property in type.Properties
        where property.CustomAttributes.Any(attribute => attribute.AttributeType.FullName == Mark)
            && Personal().IsMatch(property.Name)
        select $"{type.FullName}.{property.Name} may tell of a person: the audit must not keep it";

    [GeneratedRegex(
        "Name|Mail|Phone|Address|Inn$|Ogrn$|Passport|Snils|Birth|Reason|Rationale|Message|Note|Comment|Text|Title|"
        + "Summary|Description|Answer|Evidence|Website|Strategy|Coordinator|Contact|Device|Hash|Token|Secret|Password")]
    private static partial Regex Personal();
}

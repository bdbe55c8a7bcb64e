using System.ComponentModel.DataAnnotations;
using Mono.Cecil.Cil;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>
/// What an assembly says in problems without a <c>ProblemText</c>: rules of attributes, rules that Contracts' readers
/// say, and names of things.
/// </summary>
internal static class RuleTexts
{
    private const string Attribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";
    private const string Dependents = "Technopark.ServiceKit.Companies.ICompanyDependents";
    private const string Unread = "System.Text.Json.JsonException";

    private static readonly string[] Roots =
        ["Technopark.ServiceKit.Domain.AggregateRoot", "Technopark.ServiceKit.Domain.StatefulRoot"];

    /// <summary>The framework's own words, with its values in places.</summary>
    private static readonly Dictionary<string, string> Framework = new()
    {
        ["Required"] = Say(new RequiredAttribute()),
        ["StringLength"] = Say(new StringLengthAttribute(111)),
        ["StringLength with MinimumLength"] = Say(new StringLengthAttribute(111) { MinimumLength = 22 }),
        ["MaxLength"] = Say(new MaxLengthAttribute(111)),
        ["MinLength"] = Say(new MinLengthAttribute(111)),
        ["Range"] = Say(new RangeAttribute(111, 222)),
    };

    public static IEnumerable<(string At, string Words)> Of(AssemblyDefinition assembly) =>
        assembly.MainModule.GetTypes().SelectMany(type => Of(type).Select(words => (type.FullName, words)));

    /// <summary>What things are called that depend on a company: the registry says it.</summary>
    public static IEnumerable<(string At, string Words)> KindsOfDependents(AssemblyDefinition assembly) =>
        from type in assembly.MainModule.GetTypes()
        where type.Interfaces.Any(implemented => implemented.InterfaceType.FullName == Dependents)
        from words in LiteralsOf(type.Methods.Single(method => method.Name == "get_Kind"))
        select (type.FullName, words);

    private static IEnumerable<string> Of(TypeDefinition type)
    {
        if (!type.IsAbstract && type.BaseType is { } parent && Roots.Contains(parent.FullName))
        {
            yield return System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(type.Name);
        }

        var isRequest = type.Name.EndsWith("Request", StringComparison.Ordinal);
        var rules = isRequest ? type.Properties.SelectMany(property => property.CustomAttributes) : [];
        foreach (var words in type.Methods.Where(method => method.HasBody).SelectMany(Of).Concat(rules.SelectMany(Of)))
        {
            yield return words;
        }
    }

    private static IEnumerable<string> Of(MethodDefinition method)
    {
        var called = method.Body.Instructions.Where(each => each.Operand is MethodReference).ToArray();
        var ofAttributes = called
            .Where(each => ((MethodReference)each.Operand) is { Name: ".ctor" or "set_ErrorMessage" } reference
                && reference.DeclaringType.FullName == Attribute)
            .Select(each => each.Previous?.Operand).OfType<string>();
        var ofReaders = called.Any(each => each.OpCode.Code == Code.Newobj
            && ((MethodReference)each.Operand).DeclaringType.FullName == Unread)
            ? LiteralsOf(method).Where(words => words.Contains(' ', StringComparison.Ordinal)) : [];
        return ofAttributes.Concat(ofReaders);
    }

    private static IEnumerable<string> Of(CustomAttribute attribute)
    {
        var said = attribute.Properties.SingleOrDefault(property => property.Name == "ErrorMessage");
        var hasMinimum = attribute.Properties.Any(property => property.Name == "MinimumLength");
        var name = attribute.AttributeType.Name[..^"Attribute".Length] + (hasMinimum ? " with MinimumLength" : "");
        return said.Argument.Value is string words ? [words]
            : Framework.TryGetValue(name, out var framework) ? [framework] : [];
    }

    private static IEnumerable<string> LiteralsOf(MethodDefinition method) =>
        method.Body.Instructions.Select(each => each.Operand).OfType<string>();

    private static string Say(ValidationAttribute attribute) => attribute.FormatErrorMessage("{0}")
        .Replace("111", "{1}", StringComparison.Ordinal).Replace("222", "{2}", StringComparison.Ordinal)
        .Replace("22", "{2}", StringComparison.Ordinal);
}

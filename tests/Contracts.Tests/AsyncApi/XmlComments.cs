using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>The summaries and parameter texts of Contracts, as the compiler wrote them beside the assembly.</summary>
internal static partial class XmlComments
{
    private static readonly Dictionary<string, XElement> Members = XDocument
        .Load(Path.Combine(AppContext.BaseDirectory, "Technopark.Contracts.xml"))
        .Descendants("member")
        .ToDictionary(member => member.Attribute("name")!.Value);

    public static string Of(Type type) => Summary($"T:{type.FullName}");

    /// <summary>Text of a member; where a record declares it in its head, the text of that parameter.</summary>
    public static string Of(MemberInfo member)
    {
        var owner = Members.GetValueOrDefault($"T:{member.DeclaringType!.FullName}");
        var parameter = owner?.Elements("param").FirstOrDefault(text => text.Attribute("name")!.Value == member.Name);
        var kind = member is FieldInfo ? 'F' : 'P';
        return parameter is null ? Summary($"{kind}:{member.DeclaringType.FullName}.{member.Name}") : Plain(parameter);
    }

    private static string Summary(string member) =>
        Members.GetValueOrDefault(member)?.Element("summary") is { } summary ? Plain(summary) : "";

    private static string Plain(XElement text) =>
        Blanks().Replace(string.Concat(text.Nodes().Select(Plain)), " ").Trim();

    private static string Plain(XNode node) => node switch
    {
        XText words => words.Value,
        XElement { Name.LocalName: "see", IsEmpty: true } see => see.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}

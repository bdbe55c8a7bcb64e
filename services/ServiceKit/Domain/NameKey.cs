using System.Text;
using System.Text.RegularExpressions;

namespace Technopark.ServiceKit.Domain;

/// <summary>
/// By what names are compared where each is to be there once: forms of letters (NFKC), case and spaces do not tell two
/// names apart.
/// </summary>
public static partial class NameKey
{
    public static string Of(string name) =>
        Spaces().Replace(name.Normalize(NormalizationForm.FormKC), " ").Trim().ToUpperInvariant();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

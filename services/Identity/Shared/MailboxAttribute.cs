using System.Net.Mail;
using System.Text.RegularExpressions;

namespace Technopark.Identity.Shared;

/// <summary>One address that a letter can go to: no list, no name beside it, nothing quoted.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class MailboxAttribute : RegularExpressionAttribute
{
    private const string Form = """[^\s@,;:<>()\[\]\\"]+@[^\s@,;:<>()\[\]\\"]+""";

    // Pages translate the messages of this kind of attribute, and not those of any other.
    public MailboxAttribute()
        : base(Form) => ErrorMessage = "One mail address is needed: anna@example.org.";

    public static bool IsMailbox(string text) =>
        Whole().IsMatch(text) && MailAddress.TryCreate(text, out var read) && read.Address == text;

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || IsMailbox(text.Trim());

    [GeneratedRegex($@"^{Form}\z")]
    private static partial Regex Whole();
}

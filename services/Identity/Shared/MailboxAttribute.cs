using System.Net.Mail;

namespace Technopark.Identity.Shared;

/// <summary>One address that a letter can go to: no list, no name beside it, nothing quoted.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class MailboxAttribute() : ValidationAttribute("One mail address is needed: anna@example.org.")
{
    private const string Unwanted = ",;:<>()[]\\\"";

    public static bool IsMailbox(string text) =>
        text.Count(letter => letter == '@') == 1
        && !text.Any(letter => char.IsWhiteSpace(letter) || Unwanted.Contains(letter, StringComparison.Ordinal))
        && MailAddress.TryCreate(text, out var read) && read.Address == text;

    public override bool IsValid(object? value) => value is not string { Length: > 0 } text || IsMailbox(text.Trim());
}

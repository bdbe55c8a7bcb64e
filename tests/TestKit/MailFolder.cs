using System.Text.RegularExpressions;
using MimeKit;

namespace Technopark.TestKit;

/// <summary>The folder in which the service drops its mails.</summary>
/// <param name="path">Null for one of its own.</param>
public sealed partial class MailFolder(string? path = null)
{
    public string Path { get; } = path ?? Directory.CreateTempSubdirectory("technopark-mail-").FullName;

    /// <summary>The newest mail to an address whose text holds this, once it is there.</summary>
    public async Task<MimeMessage> ReadAsync(string to, string holding) => await Eventually.GetAsync(
        $"a mail with {holding}",
        () =>
            Task.FromResult(All(to).LastOrDefault(mail => mail.TextBody!.Contains(holding, StringComparison.Ordinal))));

    /// <summary>The link to a page in such a mail, as path and query.</summary>
    public async Task<string> LinkAsync(string to, string page)
    {
        var mail = await ReadAsync(to, $"/identity{page}");
        return new Uri(
            Links().Matches(mail.TextBody!).Select(match => match.Value).First(
                link => link.Contains(page, StringComparison.Ordinal)))
            .PathAndQuery;
    }

    public int Count(string to) => All(to).Count();

    // Before the first mail there is no folder.
    private IEnumerable<MimeMessage> All(string to) =>
        (Directory.Exists(Path) ? Directory.GetFiles(Path, "*.eml") : []).Order()
        .Select(path => MimeMessage.Load(path)).Where(mail => mail.To.Mailboxes.Any(box => box.Address == to));

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Links();
}

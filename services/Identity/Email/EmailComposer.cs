using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Technopark.Identity.Email;

/// <summary>Writes mails into the queue; they leave once the transaction that holds them is committed.</summary>
internal sealed class EmailComposer(
    IdentityDb db, IStringLocalizer<Text> text, IDataProtectionProvider protection,
    IOptions<JwtAuthenticationOptions> address, TimeProvider clock)
{
    public const string Purpose = "Technopark.Identity.Mails";

    private readonly IDataProtector _seal = protection.CreateProtector(Purpose);

    /// <summary>A page's public address, for a mail.</summary>
    public string Link(string page, params (string Name, string Value)[] query) => QueryHelpers.AddQueryString(
        new Uri(address.Value.Issuer, page).AbsoluteUri,
        query.Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <summary>To somebody with an account, in their language.</summary>
    /// <inheritdoc cref="Queue(string, string?, string, object[])"/>
    public async Task QueueAsync(Account account, string kind, CancellationToken ct, params object[] values) =>
        Queue(account.Email!, await LanguageOfAsync(account, ct), kind, values);

    /// <summary>Tells somebody that their account was changed; whoever did not do it is told what to do.</summary>
    /// <param name="eventType">What was done: names the text <c>Mail.{eventType}</c>, a sentence.</param>
    public async Task QueueChangeAsync(Account account, string eventType, CancellationToken ct) => Queue(
        account.Email!, await LanguageOfAsync(account, ct), ($"Mail.{eventType}", "Mail.Changed"),
        [clock.GetUtcNow(), Link("forgot"), Link("account/security")]);

    /// <param name="kind">Names the texts <c>Mail.{kind}.Subject</c> and <c>Mail.{kind}.Body</c>.</param>
    /// <param name="language">Of the person; null where nobody knows it: then the mail speaks both.</param>
    /// <param name="values">What the body is filled with; instants are shown in UTC.</param>
    public void Queue(string to, string? language, string kind, params object[] values) =>
        Queue(to, language, ($"Mail.{kind}.Subject", $"Mail.{kind}.Body"), values);

    private void Queue(string to, string? language, (string Subject, string Body) texts, object[] values)
    {
        var spoken = Languages.All.Where(culture => language is null || culture.TwoLetterISOLanguageName == language)
            .Select(culture => Write(culture, texts, values)).ToArray();
        var email = new EmailMessage(
            to, string.Join(" / ", spoken.Select(one => one.Subject)),
            string.Join("\n\n---\n\n", spoken.Select(one => one.Body)));
        var now = clock.GetUtcNow();
        db.Mails.Add(new QueuedMail
        {
            Id = Guid.CreateVersion7(now),
            Sealed = _seal.Protect(JsonSerializer.Serialize(email)),
            CreatedAt = now,
            NextAt = now,
        });
    }

    private Task<string?> LanguageOfAsync(Account account, CancellationToken ct) =>
        db.People.Where(person => person.Id == account.Id).Select(person => (string?)person.Language)
            .FirstOrDefaultAsync(ct);

    private (string Subject, string Body) Write(
        CultureInfo culture, (string Subject, string Body) texts, object[] values)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            var subject = text[texts.Subject].Value;
            return (subject, text[texts.Body, [.. values, subject]] + "\n\n" + text["Mail.Signature"]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Technopark.Identity.Data;
using Technopark.Identity.Pages;
using Technopark.ServiceDefaults;

namespace Technopark.Identity.Mail;

/// <summary>Writes mails and puts them into the queue; they leave once whatever else is saved with them is committed.</summary>
internal sealed class Letters(
    IdentityDb db, IStringLocalizer<Text> text, IDataProtectionProvider protection, IOptions<SignInOptions> address, TimeProvider clock)
{
    public const string Purpose = "Technopark.Identity.Mails";

    private readonly IDataProtector _seal = protection.CreateProtector(Purpose);

    /// <summary>A page's public address, for a mail.</summary>
    public string Link(string page, params (string Name, string Value)[] query) => QueryHelpers.AddQueryString(
        new Uri(address.Value.Issuer, page).AbsoluteUri, query.Select(part => KeyValuePair.Create(part.Name, (string?)part.Value)));

    /// <param name="kind">Names the texts <c>Mail.{kind}.Subject</c> and <c>Mail.{kind}.Body</c>.</param>
    /// <param name="language">Of the person; null where nobody knows it: then the mail speaks both.</param>
    /// <param name="values">What the body is filled with; instants are shown in UTC.</param>
    public void Queue(string to, string? language, string kind, params object[] values)
    {
        var spoken = Languages.All.Where(culture => language is null || culture.TwoLetterISOLanguageName == language)
            .Select(culture => Write(culture, kind, values)).ToArray();
        var letter = new Letter(
            to, string.Join(" / ", spoken.Select(one => one.Subject)), string.Join("\n\n---\n\n", spoken.Select(one => one.Body)));
        var now = clock.GetUtcNow();
        db.Mails.Add(new QueuedMail
        {
            Id = Guid.CreateVersion7(now),
            Sealed = _seal.Protect(JsonSerializer.Serialize(letter)),
            CreatedAt = now,
            NextAt = now,
        });
    }

    private (string Subject, string Body) Write(CultureInfo culture, string kind, object[] values)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return (text[$"Mail.{kind}.Subject"], text[$"Mail.{kind}.Body", values] + "\n\n" + text["Mail.Signature"]);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }
    }
}

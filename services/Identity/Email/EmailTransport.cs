using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Technopark.Identity.Email;

/// <summary>One mail as a person gets it.</summary>
internal sealed record EmailMessage(string To, string Subject, string Body);

/// <summary>Where mails leave the service: a mail server, or a folder in which each becomes a file.</summary>
internal sealed class EmailTransport(IOptions<MailOptions> options, IConfiguration configuration)
{
    private const int TlsFromTheStart = 465;

    private readonly MailOptions _options = options.Value;

    /// <summary>What to tell whoever looks for the mails.</summary>
    public string Place => _options.Smtp is { } smtp ? $"{smtp.Host}:{smtp.Port}" : Folder;

    private string Folder =>
        _options.Folder ?? Path.Combine(configuration["TECHNOPARK_STATE"] ?? Path.GetTempPath(), "mail");

    public Task DeliverAsync(Guid id, EmailMessage email, DateTimeOffset written, CancellationToken ct)
    {
        var from = MailboxAddress.Parse(_options.From);
        var message = new MimeMessage
        {
            Date = written,
            // The same at a second attempt: who gets it twice sees one.
            MessageId = $"{id:N}@{from.Domain}",
            Subject = email.Subject,
            Body = new TextPart("plain") { Text = email.Body, ContentTransferEncoding = ContentEncoding.EightBit },
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress("", email.To));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return _options.Smtp is { } smtp ? SendAsync(message, smtp, ct) : DropAsync(message, id, ct);
    }

    private static async Task SendAsync(MimeMessage message, SmtpOptions smtp, CancellationToken ct)
    {
        using var client = new SmtpClient();
        // A password is not said to a server that does not encrypt, nor to whoever stands between.
        var security = smtp.User is null || smtp.Port == TlsFromTheStart
            ? SecureSocketOptions.Auto
            : SecureSocketOptions.StartTls;
        await client.ConnectAsync(smtp.Host, smtp.Port, security, ct);
        if (smtp.User is { } user)
        {
            await client.AuthenticateAsync(user, smtp.Password ?? "", ct);
        }

        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private async Task DropAsync(MimeMessage message, Guid id, CancellationToken ct)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{id:N}.eml");
        var readable = FormatOptions.Default.Clone();
        readable.International = true;
        await message.WriteToAsync(readable, $"{path}.part", ct);
        File.Move($"{path}.part", path, overwrite: true);
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Technopark.Identity.Email;

namespace Technopark.Identity.Tests;

public sealed class EmailTransportTests
{
    private static readonly EmailMessage Message = new(
        "anna@example.org", "Привет", "Первая строка\n\nhttp://park.example/identity/reset?code=a%2Bb");

    [Fact]
    public async Task A_mail_server_gets_it_where_the_configuration_names_one()
    {
        using var server = new MailServer();
        var serving = server.ServeAsync();

        await DeliverAsync(
            new() { From = "park@example.org", Smtp = new() { Host = "127.0.0.1", Port = server.Port } });

        var said = await serving;
        Assert.Contains("MAIL FROM:<park@example.org>", said, StringComparison.Ordinal);
        Assert.Contains("RCPT TO:<anna@example.org>", said, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", said, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_not_said_in_the_clear()
    {
        using var server = new MailServer();
        var serving = server.ServeAsync();
        var smtp = new SmtpOptions { Host = "127.0.0.1", Port = server.Port, User = "park", Password = "secret" };

        await Assert.ThrowsAnyAsync<Exception>(() => DeliverAsync(new() { Smtp = smtp }));

        Assert.DoesNotContain("AUTH", await serving, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_gets_it_otherwise_readable_as_it_is()
    {
        var folder = Directory.CreateTempSubdirectory("technopark-mail-").FullName;

        await DeliverAsync(new() { Folder = folder });

        var text = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder)));
        Assert.Contains("Subject: Привет", text, StringComparison.Ordinal);
        Assert.Contains("http://park.example/identity/reset?code=a%2Bb", text, StringComparison.Ordinal);
    }

    private static Task DeliverAsync(MailOptions options) =>
        new EmailTransport(Options.Create(options), new ConfigurationBuilder().Build())
            .DeliverAsync(Guid.CreateVersion7(), Message, TimeProvider.System.GetUtcNow(), default);
}

using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Technopark.Identity.Email;

/// <summary>
/// Takes mails out of the queue once they are sent. Each is locked while it travels, so that replicas do not send it
/// twice; a process that dies between sending and committing does. One that cannot be sent waits ever longer and is
/// never given up.
/// </summary>
internal sealed partial class EmailQueueProcessor(
    IServiceScopeFactory scopes, EmailTransport transport, IDataProtectionProvider protection,
    IOptions<MailOptions> options, TimeProvider clock, ILogger<EmailQueueProcessor> log)
    : BackgroundService
{
    private const int DoublingsAtMost = 10;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);

    private readonly IDataProtector _seal = protection.CreateProtector(EmailComposer.Purpose);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        LogPlace(log, transport.Place);
        using var timer = new PeriodicTimer(options.Value.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SendOneAsync(stoppingToken))
                {
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(log, e.GetType().Name);
            }
        }
    }

    private async Task<bool> SendOneAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        return await db.TransactAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                var found = await db.Mails.FromSql(
                    $"select * from mails where next_at <= {now} order by next_at limit 1 for update skip locked")
                    .ToListAsync(ct);
                if (found is not [var due])
                {
                    return false;
                }

                await TrySendAsync(db, due, now, ct);
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }

    private async Task TrySendAsync(IdentityDb db, QueuedMail mail, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var email = JsonSerializer.Deserialize<EmailMessage>(_seal.Unprotect(mail.Sealed))!;
            await transport.DeliverAsync(mail.Id, email, mail.CreatedAt, ct);
            db.Remove(mail);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            mail.NextAt = now + (FirstPause * Math.Pow(2, Math.Min(mail.Attempts, DoublingsAtMost)));
            mail.Attempts++;
            // The message of the exception may name the address.
            LogUnsent(log, mail.Id, mail.Attempts, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail goes to {Place}")]
    private static partial void LogPlace(ILogger logger, string place);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} could not be sent, attempt {Attempt}: {Reason}")]
    private static partial void LogUnsent(ILogger logger, Guid id, int attempt, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mail queue cannot be read: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}

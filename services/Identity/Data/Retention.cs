using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Technopark.ServiceKit.Http;

namespace Technopark.Identity.Data;

/// <summary>Removes what is of no use any more, again and again: personal data is kept no longer than it is needed.</summary>
internal sealed partial class Retention(
    IServiceScopeFactory scopes, IOptions<IdentityOptions> options, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    private const int PeopleAtOnce = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Retention.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogSkipped(log, e.GetType().Name);
            }
        }
    }

    private async Task CleanAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = clock.GetUtcNow();
        await EndSessionsAsync(db, now, ct);
        await ForgetPeopleAsync(db, now - options.Value.Retention.Unconfirmed, ct);
        var expired = now - options.Value.Retention.Invitations;
        await db.Invitations.Where(invitation => invitation.ExpiresAt < expired).ExecuteDeleteAsync(ct);
        var old = now - options.Value.Retention.Tokens;
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(old, ct);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(old, ct);
    }

    private async Task EndSessionsAsync(IdentityDb db, DateTimeOffset now, CancellationToken ct)
    {
        var unseen = now - options.Value.Session;
        await db.Sessions.Where(session => session.EndedAt == null && session.LastSeenAt < unseen)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), ct);
        var ended = now - options.Value.Retention.EndedSessions;
        await db.Sessions.Where(session => session.EndedAt < ended).ExecuteDeleteAsync(ct);
    }

    private static async Task ForgetPeopleAsync(IdentityDb db, DateTimeOffset before, CancellationToken ct)
    {
        List<Guid> people;
        do
        {
            people = await db.Accounts.Where(account => !account.EmailConfirmed)
                .Join(db.People.Where(person => person.CreatedAt < before), account => account.Id, person => person.Id, (_, person) => person.Id)
                .Take(PeopleAtOnce).ToListAsync(ct);
            await db.TransactAsync(
                async () =>
                {
                    await db.ForgetUnconfirmedAsync(people, ct);
                    return people;
                },
                ct);
        }
        while (people.Count == PeopleAtOnce);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing was removed this time: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string reason);
}

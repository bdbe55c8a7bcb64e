using OpenIddict.Abstractions;
using Technopark.ServiceKit.Retention;

namespace Technopark.Identity.Data;

/// <summary>What ends of people, and when: personal data is kept no longer than it is needed.</summary>
internal static class Retention
{
    private const int PeopleAtOnce = 500;

    public static IServiceCollection AddRetentionOfPeople(this IServiceCollection services) => services
        .AddSingleton(new RetentionRule("sessions", EndSessionsAsync))
        .AddSingleton(new RetentionRule("people who never confirmed", ForgetPeopleAsync))
        .AddSingleton(new RetentionRule("invitations", (provider, now, ct) =>
        {
            var expired = now - OptionsOf(provider).Invitations;
            return DbOf(provider).Invitations.Where(invitation => invitation.ExpiresAt < expired)
                .ExecuteDeleteAsync(ct);
        }))
        .AddSingleton(new RetentionRule("tokens", PruneAsync));

    private static async Task EndSessionsAsync(IServiceProvider provider, DateTimeOffset now, CancellationToken ct)
    {
        var db = DbOf(provider);
        var unseen = now - provider.GetRequiredService<IOptions<IdentityOptions>>().Value.Session;
        await db.Sessions.Where(session => session.EndedAt == null && session.LastSeenAt < unseen)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), ct);
        var ended = now - OptionsOf(provider).EndedSessions;
        await db.Sessions.Where(session => session.EndedAt < ended).ExecuteDeleteAsync(ct);
    }

    private static async Task PruneAsync(IServiceProvider provider, DateTimeOffset now, CancellationToken ct)
    {
        var old = now - OptionsOf(provider).Tokens;
        await provider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(old, ct);
        await provider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(old, ct);
    }

    private static async Task ForgetPeopleAsync(IServiceProvider provider, DateTimeOffset now, CancellationToken ct)
    {
        var db = DbOf(provider);
        var before = now - OptionsOf(provider).Unconfirmed;
        List<Guid> people;
        do
        {
            people = await db.Accounts.Where(account => !account.EmailConfirmed)
                .Join(
                    db.People.Where(person => person.CreatedAt < before), account => account.Id, person => person.Id,
                    (_, person) => person.Id)
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

    private static RetentionOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<IdentityOptions>>().Value.Retention;

    private static IdentityDb DbOf(IServiceProvider provider) => provider.GetRequiredService<IdentityDb>();
}

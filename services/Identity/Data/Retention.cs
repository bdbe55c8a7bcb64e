using OpenIddict.Abstractions;
using Technopark.ServiceKit.Retention;

namespace Technopark.Identity.Data;

/// <summary>What ends of people, and when: personal data is kept no longer than it is needed.</summary>
internal static class Retention
{
    private const int PeopleAtOnce = 500;

    public static IServiceCollection AddRetentionOfPeople(this IServiceCollection services) => services
        .AddSingleton(new RetentionRule("open sessions", EndSessionsAsync))
        .AddSingleton(new RetentionRule("ended sessions", (provider, now, most, ct) =>
        {
            var ended = now - OptionsOf(provider).EndedSessions;
            return DbOf(provider).Sessions.Where(session => session.EndedAt < ended)
                .OrderBy(session => session.Id).Take(most).ExecuteDeleteAsync(ct);
        }))
        .AddSingleton(new RetentionRule("people who never confirmed", ForgetPeopleAsync, PeopleAtOnce))
        .AddSingleton(new RetentionRule("invitations", (provider, now, most, ct) =>
        {
            var expired = now - OptionsOf(provider).Invitations;
            return DbOf(provider).Invitations.Where(invitation => invitation.ExpiresAt < expired)
                .OrderBy(invitation => invitation.Id).Take(most).ExecuteDeleteAsync(ct);
        }))
        .AddSingleton(new RetentionRule("drafts", (provider, now, most, ct) =>
        {
            var old = now - OptionsOf(provider).Drafts;
            return DbOf(provider).Kept.Where(kept => kept.Kind == KeptKind.Draft && kept.ChangedAt < old)
                .OrderBy(kept => kept.Id).Take(most).ExecuteDeleteAsync(ct);
        }))
        .AddSingleton(new RetentionRule("tokens", PruneAsync));

    private static Task<int> EndSessionsAsync(
        IServiceProvider provider, DateTimeOffset now, int most, CancellationToken ct)
    {
        var unseen = now - provider.GetRequiredService<IOptions<IdentityOptions>>().Value.Session;
        return DbOf(provider).Sessions.Where(session => session.EndedAt == null && session.LastSeenAt < unseen)
            .OrderBy(session => session.Id).Take(most)
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), ct);
    }

    /// <summary>OpenIddict removes a thousand at a time by itself, until none is left.</summary>
    private static async Task<int> PruneAsync(
        IServiceProvider provider, DateTimeOffset now, int most, CancellationToken ct)
    {
        var old = now - OptionsOf(provider).Tokens;
        await provider.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(old, ct);
        await provider.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(old, ct);
        return 0;
    }

    private static async Task<int> ForgetPeopleAsync(
        IServiceProvider provider, DateTimeOffset now, int most, CancellationToken ct)
    {
        var db = DbOf(provider);
        var before = now - OptionsOf(provider).Unconfirmed;
        var people = await db.Accounts.Where(account => !account.EmailConfirmed)
            .Join(
                db.People.Where(person => person.CreatedAt < before), account => account.Id, person => person.Id,
                (_, person) => person.Id)
            .Take(most).ToListAsync(ct);
        await db.TransactAsync(
            async () =>
            {
                await db.ForgetUnconfirmedAsync(people, ct);
                return people;
            },
            ct);
        return people.Count;
    }

    private static RetentionOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<IdentityOptions>>().Value.Retention;

    private static IdentityDb DbOf(IServiceProvider provider) => provider.GetRequiredService<IdentityDb>();
}

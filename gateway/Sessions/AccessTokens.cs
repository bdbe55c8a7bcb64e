using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Technopark.Gateway.Sessions;

/// <summary>The access token of a browser's session; refreshed once, however many requests wait for it.</summary>
internal sealed class AccessTokens(
    SessionStore store, RefreshClient identity, IOptions<GatewayOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<string, Lazy<Task<AuthenticationTicket?>>> _underWay = [];

    /// <summary>Null where the session has ended.</summary>
    /// <exception cref="ProblemException">The token has run out and the identity service is away.</exception>
    public async Task<string?> OfAsync(AuthenticationProperties properties, CancellationToken ct)
    {
        if (!IsRunningOut(properties))
        {
            return properties.GetTokenValue("access_token");
        }

        var key = properties.Items[SessionStore.KeyItem]!;
        // Not cancelled with the request that came first: the others wait for it too.
        var refresh = _underWay.GetOrAdd(key, one => new(() => RefreshAsync(one)));
        return (await refresh.Value.WaitAsync(ct))?.Properties.GetTokenValue("access_token");
    }

    private async Task<AuthenticationTicket?> RefreshAsync(string key)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            return await store.ChangeAsync(key, RefreshAsync, patience.Token);
        }
        finally
        {
            // Here, where it happens also when nobody waits any more: the next one must not be given what is old.
            _underWay.TryRemove(key, out _);
        }
    }

    private async Task<AuthenticationTicket?> RefreshAsync(AuthenticationTicket ticket, CancellationToken ct)
    {
        // Another replica may have done it while this one waited for the row.
        if (!IsRunningOut(ticket.Properties))
        {
            return ticket;
        }

        RefreshClient.Tokens? tokens;
        try
        {
            tokens = await identity.RefreshAsync(ticket.Properties.GetTokenValue("refresh_token")!, ct);
        }
        catch (HttpRequestException) when (ExpiryOf(ticket.Properties) > clock.GetUtcNow())
        {
            return ticket;
        }
        catch (HttpRequestException)
        {
            throw ProblemException.Unavailable("Sign-in cannot be renewed at the moment.");
        }

        return tokens is null ? null : Renewed(ticket, tokens);
    }

    private AuthenticationTicket Renewed(AuthenticationTicket ticket, RefreshClient.Tokens tokens)
    {
        var (renewed, now) = (ticket.Clone(), clock.GetUtcNow());
        renewed.Properties.UpdateTokenValue("access_token", tokens.AccessToken);
        renewed.Properties.UpdateTokenValue("refresh_token", tokens.RefreshToken);
        renewed.Properties.UpdateTokenValue("id_token", tokens.IdToken);
        renewed.Properties.UpdateTokenValue(
            "expires_at", now.AddSeconds(tokens.ExpiresIn).ToString("o", CultureInfo.InvariantCulture));
        renewed.Properties.ExpiresUtc = now + options.Value.Session;
        return renewed;
    }

    private bool IsRunningOut(AuthenticationProperties properties) => ExpiryOf(properties) - clock.GetUtcNow() < Before;

    private static DateTimeOffset ExpiryOf(AuthenticationProperties properties) =>
        DateTimeOffset.Parse(properties.GetTokenValue("expires_at")!, CultureInfo.InvariantCulture);
}

using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace Technopark.ServiceDefaults;

/// <summary>Remembers good tokens until they expire: checking a signature costs as much as reading a row.</summary>
internal sealed class ValidatedTokenCache(RevokedSessions ended) : JwtBearerEvents, IDisposable
{
    private const int TokensAtMost = 10_000;
    private static readonly TimeSpan AtMost = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = TokensAtMost });

    public override Task MessageReceived(MessageReceivedContext context)
    {
        if (TokenOf(context.Request) is { } token
            && _known.TryGetValue((context.Scheme.Name, token), out ClaimsPrincipal? known))
        {
            context.Principal = known;
            context.Success();
            RefuseEnded(context, known);
        }

        return Task.CompletedTask;
    }

    public override Task TokenValidated(TokenValidatedContext context)
    {
        if (TokenOf(context.Request) is { } token)
        {
            using var entry = _known.CreateEntry((context.Scheme.Name, token));
            entry.Value = context.Principal;
            entry.Size = 1;
            var now = TimeProvider.System.GetUtcNow();
            var until = new DateTimeOffset(context.SecurityToken.ValidTo, TimeSpan.Zero);
            entry.AbsoluteExpiration = until < now + AtMost ? until : now + AtMost;
            RefuseEnded(context, context.Principal);
        }

        return Task.CompletedTask;
    }

    /// <summary>Keys that cannot be read are not the caller's fault: nobody can tell a good token then.</summary>
    public override Task AuthenticationFailed(AuthenticationFailedContext context) =>
        context.Exception is SecurityTokenException or ArgumentException
            ? Task.CompletedTask : throw ProblemException.Unavailable("Sign-in cannot be checked at the moment.");

    public void Dispose() => _known.Dispose();

    private void RefuseEnded(ResultContext<JwtBearerOptions> context, ClaimsPrincipal? holder)
    {
        if (ended.Contains(holder?.FindFirst(JwtAuthentication.Session)?.Value))
        {
            context.Fail("The session has ended.");
        }
    }

    private static string? TokenOf(HttpRequest request)
    {
        const string prefix = "Bearer ";
        var header = request.Headers.Authorization;
        return header is [{ } value] && value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            ? value[prefix.Length..].Trim() : null;
    }
}

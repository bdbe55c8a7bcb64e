using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;

namespace Technopark.ServiceKit.Http;

/// <summary>Makes a creating endpoint idempotent.</summary>
public static class IdempotencyExtensions
{
    internal const string Header = "Idempotency-Key";
    private const int LengthAtMost = 255;

    /// <summary>
    /// Requires an Idempotency-Key: the same key and body replay the first outcome, another body is a 422, a failed
    /// attempt leaves the key free.
    /// </summary>
    public static RouteHandlerBuilder WithIdempotency(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(
            new RequiredHeader(Header, "Chosen by the client; repeating a request with it does nothing twice."))
        .AddEndpointFilter(FilterAsync);

    private static async ValueTask<object?> FilterAsync(
        EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var bodyType = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var body = invocation.Arguments.FirstOrDefault(argument => argument?.GetType() == bodyType);
        var key = KeyOf(context, body);
        var db = context.RequestServices.GetRequiredService<CentreDb>();
        db.IdempotencyKey = key;
        try
        {
            return await next(invocation);
        }
        catch (Exception e) when (e is ProblemException or DomainException or DbUpdateException)
        {
            // A repetition fails, for what it creates is there already. Only then is the key looked up.
            if (await ReplayAsync(db, key, context.RequestAborted) is { } replay)
            {
                return replay;
            }

            throw;
        }
        finally
        {
            db.IdempotencyKey = null;
        }
    }

    private static IdempotencyKey KeyOf(HttpContext context, object? body)
    {
        if (context.Request.Headers[Header] is not [{ Length: > 0 and <= LengthAtMost } key] || !PlainText.IsIn(key))
        {
            throw new ProblemException(
                ProblemKind.Invalid, "idempotencyKeyRequired",
                $"Send {Header}: 1 to {LengthAtMost} characters that you choose anew for each thing you create.",
                new Dictionary<string, ProblemText[]> { [Header] = [$"1 to {LengthAtMost} characters are required."] });
        }

        var request = Encoding.UTF8.GetBytes($"{context.Request.Method} {context.Request.Path}\n");
        return new IdempotencyKey(
            context.User.FindFirst("sub")?.Value ?? "", key,
            SHA256.HashData([.. request, .. JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Options)]));
    }

    /// <summary>The outcome that this key already has; null where it has none.</summary>
    /// <exception cref="ProblemException">422: the key was used for another request.</exception>
    private static async Task<IResult?> ReplayAsync(CentreDb db, IdempotencyKey key, CancellationToken ct)
    {
        var known = await db.Set<IdempotencyRecord>().AsNoTracking()
            .FirstOrDefaultAsync(record => record.Caller == key.Caller && record.Key == key.Key, ct);
        return known switch
        {
            null => null,
            _ when known.RequestHash.AsSpan().SequenceEqual(key.RequestHash) =>
                new CreatedWithETag<object>(known.Response, known.Location, known.RowVersion),
            _ => throw new ProblemException(
                ProblemKind.Unprocessable, "idempotencyKeyReused", $"This {Header} was used for another request."),
        };
    }
}

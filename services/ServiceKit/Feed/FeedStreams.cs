using System.Collections.Concurrent;
using System.Security.Claims;
using Grpc.Core;

namespace Technopark.ServiceKit.Feed;

/// <summary>How many streams of the feed each caller has open.</summary>
internal sealed class FeedStreams
{
    private const int AtMost = 16;

    private readonly ConcurrentDictionary<string, int> _open = new();

    /// <summary>Counts one more until it is disposed.</summary>
    /// <exception cref="RpcException">ResourceExhausted: this caller has as many as one may have.</exception>
    public IDisposable Take(ClaimsPrincipal caller)
    {
        var name = caller.FindFirstValue("client_id") ?? caller.Identity?.Name ?? "";
        if (_open.AddOrUpdate(name, 1, (_, open) => open + 1) <= AtMost)
        {
            return new Taken(this, name);
        }

        Release(name);
        throw new RpcException(
            new Status(StatusCode.ResourceExhausted, $"{name} has {AtMost} streams of this feed open: end one."));
    }

    private void Release(string name) => _open.AddOrUpdate(name, 0, (_, open) => open - 1);

    private sealed class Taken(FeedStreams streams, string name) : IDisposable
    {
        public void Dispose() => streams.Release(name);
    }
}

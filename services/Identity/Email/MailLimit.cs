using Microsoft.Extensions.Caching.Memory;

namespace Technopark.Identity.Email;

/// <summary>Bounds the mails that strangers can cause to an address; each replica counts for itself.</summary>
internal sealed class MailLimit(IOptions<MailOptions> options) : IDisposable
{
    private const int AddressesAtMost = 100_000;
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly MemoryCache _sent = new(new MemoryCacheOptions { SizeLimit = AddressesAtMost });

    /// <summary>Counts one more mail.</summary>
    /// <returns>False where it must not be sent.</returns>
    public bool Take(string address)
    {
        var sent = _sent.GetOrCreate(address.ToUpperInvariant(), entry =>
        {
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Window;
            return new Counter();
        })!;
        return Interlocked.Increment(ref sent.Count) <= options.Value.PerAddressAnHour;
    }

    public void Dispose() => _sent.Dispose();

    private sealed class Counter
    {
        public int Count;
    }
}

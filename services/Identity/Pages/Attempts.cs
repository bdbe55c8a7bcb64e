using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Technopark.Identity.Pages;

/// <summary>
/// Counts wrong passwords for addresses that nobody has, as accounts count them for those that somebody has: from the answers nobody can
/// tell which it is.
/// </summary>
internal sealed class Attempts(IOptions<IdentityOptions> options, TimeProvider clock) : IDisposable
{
    private const int AddressesAtMost = 10_000;

    private readonly MemoryCache _wrong = new(new MemoryCacheOptions { SizeLimit = AddressesAtMost });

    public bool IsClosed(string mail) =>
        _wrong.TryGetValue<Counter>(mail.ToUpperInvariant(), out var counted) && clock.GetUtcNow() < counted!.ClosedUntil;

    /// <summary>Counts one more.</summary>
    /// <returns>True where the address is closed for a while.</returns>
    public bool Count(string mail)
    {
        var counted = _wrong.GetOrCreate(mail.ToUpperInvariant(), entry =>
        {
            entry.Size = 1;
            entry.SlidingExpiration = options.Value.Lockout * 2;
            return new Counter();
        })!;
        lock (counted)
        {
            if (++counted.Wrong < options.Value.WrongAttempts)
            {
                return false;
            }

            (counted.Wrong, counted.ClosedUntil) = (0, clock.GetUtcNow() + options.Value.Lockout);
            return true;
        }
    }

    public void Dispose() => _wrong.Dispose();

    private sealed class Counter
    {
        public int Wrong { get; set; }

        public DateTimeOffset ClosedUntil { get; set; }
    }
}

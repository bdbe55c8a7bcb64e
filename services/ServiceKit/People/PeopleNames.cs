using Grpc.Core;
using Microsoft.Extensions.Caching.Memory;
using Technopark.Contracts.Identity;
using Technopark.People.V1;
using Technopark.ServiceKit.Feed;
using Client = Technopark.People.V1.PeopleNames.PeopleNamesClient;

namespace Technopark.ServiceKit.People;

/// <summary>
/// Names of people, from the service that alone knows them; they are remembered for a minute. While it is away there
/// are none: an answer without names is better than none.
/// </summary>
internal sealed partial class PeopleNames(ServiceChannels services, TimeProvider clock, ILogger<PeopleNames> log)
    : IDisposable
{
    /// <summary>So many are asked for at once.</summary>
    public const int AtOnce = 1000;

    private const int RememberedAtMost = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Else every answer of a centre would wait for it while it hangs.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromSeconds(5);

    private static readonly string Service = EventTypes.ServiceOf(typeof(PersonErased));

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = RememberedAtMost });
    private long _askedAgainAt;

    /// <summary>One call for all that are not remembered.</summary>
    /// <returns>Without those who have none, or of whom nothing is told now.</returns>
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(
        IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = new Dictionary<Guid, string>();
        var unknown = new List<Guid>();
        foreach (var person in people.Distinct())
        {
            if (!_known.TryGetValue(person, out Name? name) || name!.Until <= now)
            {
                unknown.Add(person);
            }
            else if (name.Text is not null)
            {
                found.Add(person, name.Text);
            }
        }

        foreach (var some in unknown.Chunk(AtOnce))
        {
            await AskAsync(some, found, ct);
        }

        return found;
    }

    /// <summary>The person has been erased: what is on its way to be remembered is not any more.</summary>
    public void Forget(Guid person) => Remember(person, null);

    public void Dispose() => _known.Dispose();

    private async Task AskAsync(Guid[] people, Dictionary<Guid, string> found, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now.UtcTicks < Volatile.Read(ref _askedAgainAt) || !services.Names.Contains(Service))
        {
            return;
        }

        try
        {
            var reply = await new Client(services.To(Service)).FindAsync(
                new FindRequest { PersonIds = { people.Select(person => person.ToString()) } },
                deadline: (now + Patience).UtcDateTime, cancellationToken: ct);
            foreach (var person in people)
            {
                var name = reply.Names.GetValueOrDefault(person.ToString());
                if (RememberFirst(person, name, now) is { } told)
                {
                    found.Add(person, told);
                }
            }
        }
        catch (RpcException away)
        {
            ct.ThrowIfCancellationRequested();
            Volatile.Write(ref _askedAgainAt, (now + LeftAlone).UtcTicks);
            LogAway(log, away.StatusCode);
        }
    }

    /// <returns>The name; null where the person was erased while the answer was on its way.</returns>
    private string? RememberFirst(Guid person, string? name, DateTimeOffset asked)
    {
        lock (_known)
        {
            if (_known.TryGetValue(person, out Name? newer) && newer!.Until > asked)
            {
                return newer.Text;
            }

            Remember(person, name);
            return name;
        }
    }

    private void Remember(Guid person, string? name)
    {
        lock (_known)
        {
            using var entry = _known.CreateEntry(person);
            entry.Value = new Name(name, clock.GetUtcNow() + Remembered);
            entry.Size = 1;
            entry.AbsoluteExpirationRelativeToNow = Remembered;
        }
    }

    /// <param name="Text">Null for one who has none.</param>
    private sealed record Name(string? Text, DateTimeOffset Until);

    [LoggerMessage(Level = LogLevel.Information, Message = "Names of people are not told now: {Status}")]
    private static partial void LogAway(ILogger logger, StatusCode status);
}

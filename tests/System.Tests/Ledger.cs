using System.Collections.Concurrent;

namespace Technopark.SystemTests;

/// <summary>What the park acknowledged, and the proof that all of it is there and happened once.</summary>
public sealed class Ledger(RunningPark park)
{
    private readonly ConcurrentDictionary<Guid, bool> _verified = new();
    private long _kopecks;
    private int _refused;

    public int Verified => _verified.Count;

    public Guid[] Companies => [.. _verified.Keys];

    /// <summary>Answers of 503; each carried Retry-After, or the writer would have failed.</summary>
    public int Refused => _refused;

    /// <summary>What the headline said when it was opened.</summary>
    public decimal Before { get; private set; }

    private decimal Paid => Interlocked.Read(ref _kopecks) / 100m;

    public async Task OpenAsync() => Before = await park.AttractedAsync();

    public void Verify(Guid company) => _verified[company] = true;

    public void Pay(long kopecks) => Interlocked.Add(ref _kopecks, kopecks);

    public void Refuse() => Interlocked.Increment(ref _refused);

    /// <summary>Clients write before, during and after the fault; then nothing is lost and nothing doubled.</summary>
    public static async Task<Ledger> SurviveAsync(RunningPark park, Func<Task> fault)
    {
        var resident = await park.Api.ResidentAsync();
        var ledger = new Ledger(park);
        await ledger.OpenAsync();
        await new Writers(park, ledger, resident.Commitment).WhileAsync(fault);
        await ledger.CheckAsync();
        return ledger;
    }

    /// <summary>Waits until nothing is on its way, then compares.</summary>
    public async Task CheckAsync()
    {
        await QuietAsync();
        await Eventually.TrueAsync(
            "the headline is the sum", async () => await park.AttractedAsync() == Before + Paid, Patience);
        var ids = Companies;
        await OnceAsync("registry", "select count(*) from companies where id = any($1) and status = 'Verified'", ids);
        await OnceAsync(
            "registry", $"select count(*) from events where subject = any($1) and type = '{CompanyVerified}'", ids);
        await OnceAsync("incubation", Replicas, ids);
        await OnceAsync("clusters", Replicas, ids);
        await OnceAsync("networking", Replicas, ids);
        await OnceAsync("investment", "select count(*) from issuers where id = any($1)", ids);
        await OnceAsync("insights", $"{Told} '{CompanyVerified}'", ids);
        await OnceAsync("insights", $"{Told} '{CompanyRegistered}'", ids);
        Assert.Equal(Before + Paid, await park.AttractedAsync());
    }

    private const string Replicas =
        "select count(*) from company_replica where id = any($1) and status = 'Verified'";
    private const string Told = "select count(*) from timeline where company_id = any($1) and type =";
    private const string CompanyRegistered = "technopark.registry.companyRegistered.v1";
    private const string CompanyVerified = "technopark.registry.companyVerified.v1";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private async Task OnceAsync(string centre, string count, Guid[] ids)
    {
        // Counts that fall short are still on their way; one too many never goes away.
        await Eventually.TrueAsync(
            $"{centre}: {count}", async () => await park.ScalarAsync<long>(centre, count, ids) >= ids.Length, Patience);
        Assert.Equal(ids.Length, await park.ScalarAsync<long>(centre, count, ids));
    }

    private async Task QuietAsync()
    {
        foreach (var centre in RunningPark.Centres)
        {
            await park.HealthyAsync(centre);
            await Eventually.TrueAsync($"{centre} has said everything", async () => await park.ScalarAsync<long>(
                centre, "select count(*) + (select sequence - published from publisher) from outbox") == 0, Patience);
        }

        foreach (var centre in RunningPark.Centres)
        {
            await Eventually.TrueAsync($"{centre} has heard everything", async () =>
                await park.MessagesAsync(centre, "waiting") == 0, Patience);
        }
    }
}

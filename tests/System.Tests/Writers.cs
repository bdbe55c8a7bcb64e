namespace Technopark.SystemTests;

/// <summary>Clients that write whatever happens: register, verify, pay. All must succeed in the end.</summary>
public sealed class Writers(RunningPark park, Ledger ledger, string commitment)
{
    private const int AtOnce = 4;
    private const int Progress = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Tempo = TimeSpan.FromMilliseconds(25);

    /// <summary>Writes before, during and after the fault.</summary>
    public async Task WhileAsync(Func<Task> fault)
    {
        using var enough = new CancellationTokenSource();
        using var http = PersistentClient.Of(park, ledger.Refuse);
        var api = new ParkClient.ParkClient(http);
        Task[] writing = [.. Enumerable.Range(0, AtOnce).Select(_ => WriteAsync(api, enough.Token))];
        try
        {
            await ProgressAsync(writing);
            await fault();
            await ProgressAsync(writing);
        }
        finally
        {
            await enough.CancelAsync();
            await Task.WhenAll(writing);
        }
    }

    private Task ProgressAsync(Task[] writing)
    {
        var enough = ledger.Verified + Progress;
        return Eventually.TrueAsync(
            "the clients' writes go through",
            () => Task.FromResult(ledger.Verified >= enough || writing.Any(writer => writer.IsFaulted)), Patience);
    }

    private async Task WriteAsync(ParkClient.ParkClient api, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var company = await api.CreateAsync("/api/registry/v1/companies", new
            {
                name = "Стойкая / Steadfast",
                kind = "ooo",
                inn = Numbers.Inn(),
                ogrn = Numbers.Ogrn(),
                okvedMain = "62.01",
                founders = new[] { new { name = "Анна", role = "CEO", sharePercent = "100" } },
            });
            await VerifyAsync(api, company.Path);
            ledger.Verify(company.Id);

            var kopecks = Random.Shared.NextInt64(1, 1_000_000);
            await api.CreateAsync($"{commitment}/tranches", new
            {
                amount = new { amount = (kopecks / 100m).ToString(CultureInfo.InvariantCulture), currency = "RUB" },
                paidOn = "2026-01-15",
                evidence = "п/п",
            });
            ledger.Pay(kopecks);
            await Task.Delay(Tempo, CancellationToken.None);
        }
    }

    private static async Task VerifyAsync(ParkClient.ParkClient api, string path)
    {
        while (await api.GetAsync(path) is { Status: not "verified" } company)
        {
            try
            {
                await api.ActAsync(company, "verify");
                return;
            }
            catch (RefusedException stale) when (stale.Refusal.Status == HttpStatusCode.PreconditionFailed)
            {
                // The attempt before was committed and its answer lost.
            }
        }
    }
}

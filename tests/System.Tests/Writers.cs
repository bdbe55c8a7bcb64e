namespace Technopark.SystemTests;

/// <summary>
/// Clients that keep writing whatever happens: register, verify, pay. What is refused with 503 or not answered is sent
/// again with the same key; anything else but success is a failure of the test.
/// </summary>
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
        Task[] writing = [.. Enumerable.Range(0, AtOnce).Select(_ => WriteAsync(enough.Token))];
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

    private async Task WriteAsync(CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var company = await SendAsync("/api/registry/v1/companies", new
            {
                name = "Стойкая / Steadfast",
                kind = "ooo",
                inn = Numbers.Inn(),
                ogrn = Numbers.Ogrn(),
                okvedMain = "62.01",
                founders = new[] { new { name = "Анна", role = "CEO", sharePercent = "100" } },
            });
            var id = company.GetProperty("id").GetGuid();
            await VerifyAsync($"/api/registry/v1/companies/{id}");
            ledger.Verify(id);

            var kopecks = Random.Shared.NextInt64(1, 1_000_000);
            await SendAsync($"{commitment}/tranches", new
            {
                amount = new { amount = (kopecks / 100m).ToString(CultureInfo.InvariantCulture), currency = "RUB" },
                paidOn = "2026-01-15",
                evidence = "п/п",
            });
            ledger.Pay(kopecks);
            await Task.Delay(Tempo, CancellationToken.None);
        }
    }

    private async Task VerifyAsync(string company)
    {
        var verified = false;
        while (!verified)
        {
            using var read = await RepeatAsync(() => new HttpRequestMessage(HttpMethod.Get, company));
            var body = await read.Content.ReadFromJsonAsync<JsonElement>();
            verified = body.GetProperty("status").GetString() == "verified" || await TryAsync(read.Headers.ETag!.Tag);
        }

        // 412: the attempt before was committed and its answer lost.
        async Task<bool> TryAsync(string etag)
        {
            using var answer = await RepeatAsync(() =>
            {
                var request =
                    new HttpRequestMessage(HttpMethod.Post, $"{company}/verify")
                    {
                        Content = JsonContent.Create(
                        new { })
                    };
                request.Headers.TryAddWithoutValidation("If-Match", etag);
                return request;
            });
            return answer.StatusCode != HttpStatusCode.PreconditionFailed;
        }
    }

    private async Task<JsonElement> SendAsync(string path, object body)
    {
        var key = Guid.CreateVersion7().ToString();
        while (true)
        {
            using var answer = await RepeatAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
                request.Headers.Add("Idempotency-Key", key);
                return request;
            });
            if (answer.StatusCode != HttpStatusCode.PreconditionFailed)
            {
                return await answer.Content.ReadFromJsonAsync<JsonElement>();
            }
        }
    }

    private async Task<HttpResponseMessage> RepeatAsync(Func<HttpRequestMessage> request)
    {
        while (true)
        {
            try
            {
                var answer = await park.Http.SendAsync(request());
                if (answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.PreconditionFailed)
                {
                    return answer;
                }

                var text = await answer.Content.ReadAsStringAsync();
                Assert.True(
                    answer.StatusCode == HttpStatusCode.ServiceUnavailable,
                    $"{answer.RequestMessage?.RequestUri}: {(int)answer.StatusCode} {text}");
                Assert.NotNull(answer.Headers.RetryAfter);
                ledger.Refuse();
            }
            catch (HttpRequestException)
            {
                // The gateway itself is away: nothing was answered, so nothing was acknowledged.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}

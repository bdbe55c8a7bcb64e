namespace Technopark.Benchmarks;

/// <summary>A page far down a list of a hundred thousand companies, beside its first page.</summary>
internal static class Pages
{
    private const int Limit = 50;
    private const int Reads = 60;

    private const string Insert = """
        insert into companies select (jsonb_populate_record(null::companies, to_jsonb(one) || jsonb_build_object(
            'id', gen_random_uuid(), 'created_at', now() - make_interval(secs => n), 'inn', null, 'ogrn', null,
            'verified_at', null, 'status', 'Registered'))).*
        from (select * from companies limit 1) one, generate_series(1, 100000) n
        """;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, Table table)
    {
        await databases.ExecuteAsync("registry", Insert);
        await databases.SettleAsync();
        using var http = await park.State.ClientAsync();
        var deep = await DeepAsync(http);
        await MeasureAsync(http, "");
        var times = await Bench.MediansAsync(() => MeasureAsync(http, ""), () => MeasureAsync(http, $"&cursor={deep}"));
        table.AtMost(
            "ms, page 1,900 of a list : its first / мс, страница 1900 списка : первая", times[1] / times[0], 1.2);
    }

    private static async Task<string> DeepAsync(HttpClient http)
    {
        var cursor = "";
        for (var page = 0; page < 475; page++)
        {
            cursor = (await http.GetFromJsonAsync<JsonElement>(
                $"/api/registry/v1/companies?limit=200{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}"))
                .GetProperty("next").GetString()!;
        }

        return cursor;
    }

    /// <summary>The median of some, in milliseconds. The cursor holds for any limit.</summary>
    private static async Task<double> MeasureAsync(HttpClient http, string after)
    {
        var times = new List<double>();
        for (var read = 0; read < Reads; read++)
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(
                new Uri($"/api/registry/v1/companies?limit={Limit}{after}", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        return times.Order().ElementAt(Reads / 2);
    }
}

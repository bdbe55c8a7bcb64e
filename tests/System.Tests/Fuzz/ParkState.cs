namespace Technopark.SystemTests.Fuzz;

/// <summary>All that the park's databases hold, as one text to compare.</summary>
internal static class ParkState
{
    /// <summary>Tables that refusals, sign-ins, the end of sessions and passing time change, as they must.</summary>
    private static readonly string[] Written =
    [
        "audit", "publisher", "handler_cursor", "reconciliation", "sessions", "browser_sessions", "OpenIddictTokens",
        "OpenIddictAuthorizations",
    ];

    /// <summary>What was said has been heard by then, in a park that has only just started too.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>A line for each table, once nothing is under way any more.</summary>
    public static async Task<string> OfAsync(RunningPark park)
    {
        var before = "";
        await Eventually.TrueAsync("the park is at rest", async () =>
        {
            var (last, now) = (before, await ReadAsync(park));
            before = now;
            await Task.Delay(Rest);
            return last == now && now.Contains("identity.mails 0 ", StringComparison.Ordinal);
        });
        return before;
    }

    private static async Task<string> ReadAsync(RunningPark park)
    {
        var lines = await park.AskTablesAsync(
            "select concat(%L, ' ', count(*), ' ', md5(string_agg(t::text, ',' order by t::text))) from %I t", Written);
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}

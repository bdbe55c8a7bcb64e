namespace Technopark.Identity.SecondFactor;

/// <summary>App codes that have signed somebody in: each is good once, though the app's clock allows more.</summary>
internal sealed class UsedCodes(UserManager<Account> users, TimeProvider clock)
{
    private const string Provider = "Technopark";
    private const string Name = "UsedCodes";

    // Longer than any code is taken: the framework allows two steps of 30 seconds either way.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    public async Task<bool> ContainAsync(Account account, string code) =>
        (await ReadAsync(account)).Exists(used => used.Code == code);

    /// <summary>To be called before another attempt at the account may begin.</summary>
    public async Task AddAsync(Account account, string code)
    {
        var used = await ReadAsync(account);
        used.Add((code, clock.GetUtcNow().ToUnixTimeSeconds()));
        await users.SetAuthenticationTokenAsync(
            account, Provider, Name,
            string.Join(' ', used.Select(one => FormattableString.Invariant($"{one.Code}@{one.At}"))));
    }

    private async Task<List<(string Code, long At)>> ReadAsync(Account account)
    {
        var since = (clock.GetUtcNow() - Kept).ToUnixTimeSeconds();
        var kept = await users.GetAuthenticationTokenAsync(account, Provider, Name) ?? "";
        return
        [
            .. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('@'))
                .Select(one => (one[0], long.Parse(one[1], System.Globalization.CultureInfo.InvariantCulture)))
                .Where(one => one.Item2 > since),
        ];
    }
}

using Technopark.Benchmarks;

if (args is ["--bare", var connection])
{
    await BareEndpoint.RunAsync(connection);
    return;
}

var (seconds, parts) = (2, Bench.Parts);
for (var rest = args.AsSpan(); rest is not []; rest = rest[2..])
{
    if (rest is ["--seconds-per-round", var given, ..] && int.TryParse(given, CultureInfo.InvariantCulture, out seconds)
        && seconds is >= 1 and <= 8)
    {
        continue;
    }

    parts = rest is ["--only", var named, ..] && named.Split(',') is var wanted
        && !wanted.Except(Bench.Parts).Any()
        ? wanted
        : throw new ArgumentException(
            $"bench [--seconds-per-round 1..8] [--only PART,PART: {string.Join(", ", Bench.Parts)}]");
}

await Bench.RunAsync(TimeSpan.FromSeconds(seconds), parts);

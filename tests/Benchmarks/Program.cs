using Technopark.Benchmarks;

if (args is ["--bare", var connection])
{
    await BareEndpoint.RunAsync(connection);
    return;
}

var seconds = args switch
{
    [] => 2,
    ["--seconds-per-round", var given] when int.TryParse(given, CultureInfo.InvariantCulture, out var chosen)
        && chosen is >= 1 and <= 8 => chosen,
    _ => throw new ArgumentException("bench [--seconds-per-round 1..8]"),
};
await Bench.RunAsync(TimeSpan.FromSeconds(seconds));

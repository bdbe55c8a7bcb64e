using Technopark.Demo;

if (args is not ["--state", var state])
{
    Console.Error.WriteLine("Usage: Technopark.Demo --state DIR");
    return 2;
}

await using var park = new Park(ParkState.Read(state));
var story = Story.Of(seed: 2014);
var ids = await Player.PlayAsync(park, story);
var told = await Player.ToldByInsightsAsync(park, ids.Values);

var roubles = new CultureInfo("ru-RU").NumberFormat;
Console.WriteLine();
Console.WriteLine(
    $"Played / сыграно: {story.Companies.Count} companies, {park.Requests} requests, {park.Changes} changes.");
Console.WriteLine(
    $"Attracted, as Insights gives it / привлечено по данным Insights: {told.ToString("N2", roubles)} RUB");
Console.WriteLine(
    $"Attracted, as the demo paid it in / привлечено по платежам демо: {story.Attracted.ToString("N2", roubles)} RUB");
if (told == story.Attracted)
{
    Console.WriteLine("Equal to the kopeck / сходится до копейки.");
    return 0;
}

Console.Error.WriteLine("They differ / не сходится.");
return 1;

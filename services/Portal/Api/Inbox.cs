using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;

namespace Technopark.Portal.Api;

/// <summary>Something that waits for the visitor, as the centre tells it.</summary>
internal sealed record Waiting(
    string Code, Waiting.ThingView Thing, string? CompanyName, DateTimeOffset Since, DateOnly Due, bool IsOverdue,
    string Consequence)
{
    public sealed record ThingView(string Kind, Guid Id, string? Name);

    /// <summary>What is to be done, and what follows where it is not; both in the language of the page.</summary>
    public string? Text { get; init; }

    public string? Otherwise { get; init; }
}

/// <summary>What waits for the visitor in all centres, what is due first before the rest.</summary>
/// <param name="IsWhole">False where a centre did not answer.</param>
internal sealed record Waitings(IReadOnlyList<Waiting> Items, bool IsWhole, bool HasMore);

/// <summary>How much waits for the visitor, as far as the centres answered.</summary>
internal sealed record WaitingSum(int Count, int Overdue);

/// <summary>Asks every service that has tasks; which they are, their clients say.</summary>
internal sealed partial class Inbox(
    IServiceProvider park, IMemoryCache remembered, TimeProvider clock, ILogger<Inbox> log)
{
    private const int Part = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CountPatience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan CountKnown = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Known = TimeSpan.FromMinutes(10);

    private static readonly Type[] Clients =
        [.. ParkClients.All.Where(client => client.GetMethod("ListTasksAsync") is not null)];

    private readonly Dictionary<Type, (Rule[] Rules, DateTimeOffset Until)> _rules = [];
    private readonly Lock _lock = new();

    private sealed record Listed(Waiting[] Items, string? Next);

    private sealed record Said(string En, string Ru);

    private sealed record Rule(string Code, string Kind, string Consequence, Said Text, Said ConsequenceText);

    private sealed record Rules(Rule[] Items);

    public async Task<Waitings> ReadAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        var parts = await Task.WhenAll(Clients.Select(client => TryAsync(client, patience.Token)));
        ct.ThrowIfCancellationRequested();
        return new(
            [.. parts.SelectMany(part => part?.Items ?? []).OrderBy(one => one.Due).ThenBy(one => one.Since)],
            parts.All(part => part is not null), parts.Any(part => part?.Next is not null));
    }

    /// <param name="isFresh">What is remembered of the last seconds is not good enough.</param>
    public async Task<WaitingSum> CountAsync(Guid visitor, bool isFresh, CancellationToken ct)
    {
        if (!isFresh && remembered.TryGetValue((typeof(WaitingSum), visitor), out WaitingSum? known))
        {
            return known!;
        }

        var counts = await Task.WhenAll(Clients.Select(client => Away.OrNothingAsync(
            patience => AskAsync<WaitingSum>(park.GetRequiredService(client), "CountTasksAsync", patience),
            CountPatience, ct)));
        var sum = counts.OfType<WaitingSum>().Aggregate(
            new WaitingSum(0, 0), (all, one) => new(all.Count + one.Count, all.Overdue + one.Overdue));
        return counts.Contains(null) ? sum : remembered.Set((typeof(WaitingSum), visitor), sum, CountKnown);
    }

    private async Task<Listed?> TryAsync(Type type, CancellationToken ct)
    {
        try
        {
            var client = park.GetRequiredService(type);
            var listed = await AskAsync<Listed>(client, "ListTasksAsync", Part, null, ct);
            var rules = listed.Items is [] ? [] : await RulesAsync(type, client, ct);
            return listed with { Items = [.. listed.Items.Select(one => InWords(one, rules))] };
        }
        catch (Exception e) when (e is ApiProblemException || Away.Is(e))
        {
            LogAway(log, type.Name, e.Message);
            return null;
        }
    }

    private static Waiting InWords(Waiting one, Rule[] rules) =>
        Array.Find(rules, rule => rule.Code == one.Code && rule.Kind == one.Thing.Kind) is { } rule
            ? one with { Text = Own(rule.Text), Otherwise = Own(rule.ConsequenceText) } : one;

    private static string Own(Said said) =>
        System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ru" ? said.Ru : said.En;

    private async Task<Rule[]> RulesAsync(Type type, object client, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_rules.TryGetValue(type, out var known) && known.Until > clock.GetUtcNow())
            {
                return known.Rules;
            }
        }

        var rules = (await AskAsync<Rules>(client, "ListTaskRulesAsync", ct)).Items;
        lock (_lock)
        {
            _rules[type] = (rules, clock.GetUtcNow() + Known);
        }

        return rules;
    }

    /// <summary>The same operation of different clients: what it answers is alike, and of different types.</summary>
    private static async Task<TResult> AskAsync<TResult>(object client, string operation, params object?[] arguments)
    {
        var asked = (Task)client.GetType().GetMethod(operation)!
            .Invoke(client, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!;
        await asked;
        var answer = asked.GetType().GetProperty("Result")!.GetValue(asked)!;
        return JsonSerializer.SerializeToElement(
                answer.GetType().GetProperty("Result")!.GetValue(answer), ContractJson.Options)
            .Deserialize<TResult>(ContractJson.Options)!;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Client} does not tell what waits: {Reason}")]
    private static partial void LogAway(ILogger logger, string client, string reason);
}

using Technopark.ParkClient;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Tasks;
using Xunit;

namespace Technopark.TestKit;

/// <summary>A thing that waits by a rule.</summary>
/// <param name="Make">Makes one of companies that these people act for: one, or nobody.</param>
/// <param name="Do">What it waits for.</param>
public sealed record WaitingCase(Func<Guid[], Task<Thing>> Make, Func<Thing, Task> Do);

/// <summary>
/// Holds a centre to its rules of what waits for whom: each is told to those whose turn it is, who may do it, and to
/// nobody else, until it is done; and no state waits for somebody who is not told.
/// </summary>
public abstract class TaskTests<TProgram>(CentreFixture<TProgram> centre, TaskRule[] rules)
    where TProgram : class
{
    private const int ItemsAtMost = 10_000;

    /// <summary>An evening in UTC that is the next day in the park.</summary>
    private const string Long = "2020-01-31T21:30:00Z";

    private static readonly DateOnly LongDay = new(2020, 2, 1);

    private string Tasks => $"{centre.Root}/tasks";

    /// <summary>By code of the rule.</summary>
    protected abstract IReadOnlyDictionary<string, WaitingCase> Cases { get; }

    /// <summary>States that people can end and that wait for nobody, and why: <c>company.verified</c>.</summary>
    protected abstract IReadOnlyDictionary<string, string> NotWaiting { get; }

    [Fact]
    public async Task What_waits_is_told_to_those_whose_turn_it_is_until_it_is_done()
    {
        Assert.NotEmpty(rules);
        Assert.Equal(rules.Select(rule => rule.Code).Order(), Cases.Keys.Order());
        var found = new List<string>();
        foreach (var rule in rules)
        {
            var (owner, row) = (Guid.CreateVersion7(), Operation.Of(centre.Name).Single(one =>
                one.Name == rule.Operation));
            await TryAsync(rule, owner, rule.Turn == Turn.Park ? row.All : row.Own, isOwned: true, found);
            if (rule.Turn == Turn.Owner)
            {
                await TryAsync(rule, owner, row.All, isOwned: false, found);
            }
        }

        Assert.Equal("", string.Join('\n', found));
    }

    [Fact]
    public async Task Parts_of_what_waits_are_the_whole_by_its_deadlines()
    {
        var (owner, made) = (Guid.CreateVersion7(), 0);
        foreach (var rule in rules.Concat(rules).Where(rule => rule.Turn == Turn.Owner))
        {
            await Cases[rule.Code].Make([owner]);
            made++;
        }

        using var http = centre.As(Roles.Founder | Roles.Partner, owner);
        var client = new ParkClient.ParkClient(http);
        var whole = await client.ListAsync(Tasks).Select(KeyOf).ToArrayAsync();
        Assert.True(whole.Length >= made, $"{made} were made, {whole.Length} wait");
        Assert.Equal(whole, whole.Distinct());
        Assert.Equal(whole, await client.ListAsync(Tasks, 1).Select(KeyOf).ToArrayAsync());
        Assert.Equal(whole, await client.ListAsync(Tasks, 3).Select(KeyOf).ToArrayAsync());
        var tasks = await client.ListAsync(Tasks).ToArrayAsync();
        var dues = tasks.Select(task => task.GetProperty("due").GetString()).ToArray();
        Assert.Equal(dues.Order(StringComparer.Ordinal), dues);
        var overdue = tasks.Count(task => task.GetProperty("isOverdue").GetBoolean());
        var count = (await client.GetAsync($"{Tasks}/count")).Body;
        Assert.Equal(
            (whole.Length, overdue), (count.GetProperty("count").GetInt32(), count.GetProperty("overdue").GetInt32()));
    }

    [Fact]
    public void Every_state_that_people_can_end_waits_for_somebody_or_says_why_not()
    {
        var states = Lifecycles.StatesOf(typeof(TProgram).Assembly).ToArray();
        Assert.NotEmpty(states);
        var ruled = rules.SelectMany(rule => rule.States.Select(state => Lifecycles.NameOf(rule.Thing, state)))
            .ToHashSet();
        Assert.Equal(states.Except(ruled).Order(), NotWaiting.Keys.Order());
        Assert.Empty(ruled.Except(states));
        Assert.All(NotWaiting.Values, reason => Assert.NotEqual("", reason));
    }

    [Fact]
    public async Task Every_rule_and_its_consequence_have_words_in_both_languages_and_no_others_have()
    {
        var told = (await centre.Api.GetAsync($"{Tasks}/rules")).Items;
        var codes = told.SelectMany(rule => new[] { rule.GetProperty("code"), rule.GetProperty("consequence") })
            .Select(code => code.GetString()!).ToHashSet();
        Assert.Equal(rules.Select(rule => rule.Code), told.Select(rule => rule.GetProperty("code").GetString()));
        Assert.All(told.SelectMany(rule => new[] { rule.GetProperty("text"), rule.GetProperty("consequenceText") }),
            text => Assert.True(IsCyrillic(text, "ru") && !IsCyrillic(text, "en"), text.GetRawText()));
        foreach (var resource in (string[])["Tasks.resx", "Tasks.ru.resx"])
        {
            Assert.Equal(codes.Order(), Lifecycles.TextsIn(typeof(TProgram).Assembly, resource).Order());
        }
    }

    private static bool IsCyrillic(JsonElement text, string language) =>
        text.GetProperty(language).GetString()!.Any(letter => letter is >= 'А' and <= 'я');

    private static string KeyOf(JsonElement task) =>
        $"{task.GetProperty("code")} {task.GetProperty("thing").GetProperty("id")}";

    private async Task TryAsync(TaskRule rule, Guid owner, Roles turn, bool isOwned, List<string> found)
    {
        var thing = await Cases[rule.Code].Make(isOwned ? [owner] : []);
        await WaitLongAsync(thing);
        foreach (var role in RoleNames.All)
        {
            foreach (var person in (Guid[])[owner, Guid.CreateVersion7()])
            {
                var isTurn = turn.HasFlag(role) && (rule.Turn == Turn.Park || !isOwned || person == owner);
                using var http = centre.As(role, person);
                var wrong = await WrongAsync(new(http), rule, thing, isTurn);
                if (wrong is not null)
                {
                    var who = person == owner ? "owner" : "stranger";
                    found.Add($"{rule.Code}{(isOwned ? "" : " of nobody")} as {role}, {who}: {wrong}");
                }
            }
        }

        await Cases[rule.Code].Do(thing);
        using var told = centre.As(RoleNames.In(turn).First(), owner);
        if (await FindAsync(new(told), rule, thing) is { } still)
        {
            found.Add($"{rule.Code} is done and told: {still.GetRawText()}");
        }
    }

    /// <summary>What is due by days has waited for years: so it is overdue, and among the first.</summary>
    private Task<long> WaitLongAsync(Thing thing)
    {
        var table = thing.Path.Split('/')[^2];
        return centre.ScalarAsync<long>(
            $"""
            with waiting as (update {table} set status_since = '{Long}' where id = $1 returning 1)
            select count(*) from waiting
            """,
            thing.Id);
    }

    private async Task<string?> WrongAsync(ParkClient.ParkClient caller, TaskRule rule, Thing thing, bool isTurn)
    {
        if (await FindAsync(caller, rule, thing) is not { } task)
        {
            return isTurn ? "not told" : null;
        }

        var shown = task.GetProperty("thing");
        var now = await caller.FindAsync(shown.GetProperty("path").GetString()!);
        var due = DateOnly.Parse(task.GetProperty("due").GetString()!, CultureInfo.InvariantCulture);
        var isLong = DateTimeOffset.Parse(task.GetProperty("since").GetString()!, CultureInfo.InvariantCulture)
            == DateTimeOffset.Parse(Long, CultureInfo.InvariantCulture);
        return (isTurn, now) switch
        {
            (false, _) => "told",
            (_, null) => "told, and not found",
            _ when !now.Allowed().Contains(task.GetProperty("operation").GetString()) => "told, and not allowed",
            _ when now.Path != thing.Path => $"told of {now.Path}, not {thing.Path}",
            _ when shown.GetProperty("name").GetString() is not { Length: > 0 } => "told without a name",
            _ when isLong && rule.Days is { } days && due != LongDay.AddDays(days) => $"due on {due:O}",
            _ when task.GetProperty("isOverdue").GetBoolean() != (due < ParkToday()) => $"overdue since {due:O}",
            _ => null,
        };
    }

    private static DateOnly ParkToday() => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(
        DateTimeOffset.UtcNow, "Europe/Moscow").DateTime);

    private async Task<JsonElement?> FindAsync(ParkClient.ParkClient caller, TaskRule rule, Thing thing)
    {
        var sought = $"{rule.Code} {thing.Id}";
        var task = await caller.ListAsync(Tasks).Take(ItemsAtMost).FirstOrDefaultAsync(task => KeyOf(task) == sought);
        return task.ValueKind == JsonValueKind.Object ? task : null;
    }
}

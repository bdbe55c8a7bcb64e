using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Tasks;

/// <summary>What waits for a caller by all rules of a centre, each of which is one query.</summary>
internal sealed class TaskList
{
    private readonly CentreInfo _centre;
    private readonly TaskOptions _options;
    private readonly TimeProvider _clock;
    private readonly TaskTexts _texts;
    private readonly Source[] _sources;

    /// <exception cref="InvalidOperationException">A rule is about no operation, or without a text.</exception>
    public TaskList(IReadOnlyList<TaskRule> rules, IReadOnlyCollection<Endpoint> endpoints, IServiceProvider services)
    {
        _centre = services.GetRequiredService<CentreInfo>();
        _options = services.GetRequiredService<IOptions<TaskOptions>>().Value;
        _clock = services.GetRequiredService<TimeProvider>();
        _texts = new TaskTexts(_centre.Assembly);
        _sources = [.. rules.SelectMany(rule => SourcesOf(rule, Steps.Find(endpoints, rule.Operation)))];
        Rules = new TaskRules([.. _sources.Where(source => !source.Unowned).Select(RuleOf)]);
    }

    public TaskRules Rules { get; }

    /// <summary>A part of what waits, what is due first before the rest.</summary>
    public async Task<Page<TaskView>> PageAsync(HttpContext http, Paging paging, CancellationToken ct)
    {
        var (at, limit, places) = (Moment(), paging.LimitOrDefault, PlacesIn(paging.Cursor));
        var found = new List<(Source Source, WaitingThing Thing)>();
        foreach (var (source, caller) in Asked(http))
        {
            var question = QuestionOf(source, paging.Db, http.RequestServices, at);
            var waiting = await paging.Db.AskAsync(caller, () => source.Rule.FindAsync(
                question, places.GetValueOrDefault(source.Key), limit + 1, ct));
            found.AddRange(waiting.Select(thing => (source, thing)));
        }

        // Each rule's own order is kept, for things of one day too: a part ends at one place in each.
        var page = found.OrderBy(task => task.Thing.Due).Take(limit).ToArray();
        foreach (var (source, thing) in page)
        {
            places[source.Key] = thing.Place;
        }

        return new Page<TaskView>(
            Array.ConvertAll(page, task => ViewOf(task.Source, task.Thing, at)),
            found.Count > limit
                ? WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(places)) : null);
    }

    public async Task<TaskCount> CountAsync(HttpContext http, CentreDb db, CancellationToken ct)
    {
        var (at, count) = (Moment(), new TaskCount(0, 0));
        foreach (var (source, caller) in Asked(http))
        {
            var question = QuestionOf(source, db, http.RequestServices, at);
            count = count.With(await db.AskAsync(caller, () => source.Rule.CountAsync(question, ct)));
        }

        return count;
    }

    /// <summary>What nobody acts for but the park is asked apart: of it the park sees all.</summary>
    private static IEnumerable<Source> SourcesOf(TaskRule rule, (string Collection, string Step, AccessRow Row) found)
    {
        yield return new Source(rule, found.Collection, found.Step, found.Row, Unowned: false);
        if (rule.Turn == Turn.Owner)
        {
            yield return new Source(rule, found.Collection, found.Step, found.Row, Unowned: true);
        }
    }

    private IEnumerable<(Source Source, Caller Caller)> Asked(HttpContext http)
    {
        var (roles, id) = (RoleNames.Of(http.User), AccessRow.IdOf(http.User));
        foreach (var source in _sources)
        {
            if (source.CallerOf(roles, id) is { } caller)
            {
                yield return (source, caller);
            }
        }
    }

    private TaskQuestion QuestionOf(Source source, CentreDb db, IServiceProvider services, TaskMoment at) =>
        new(db, services, at, DaysOf(source.Rule), source.Unowned, source.Step);

    private int? DaysOf(TaskRule rule) =>
        _options.Days.TryGetValue(rule.Code, out var days) ? days : rule.Days;

    private TaskMoment Moment() =>
        new(_clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone));

    private TaskView ViewOf(Source source, WaitingThing thing, TaskMoment at) => new(
        source.Rule.Code,
        new TaskView.ThingView(
            source.Kind, thing.Id, thing.Name, $"{_centre.ApiPrefix}/{source.Collection}/{thing.Id}"),
        thing.CompanyId, thing.CompanyName, thing.Since, thing.Due, thing.Due < at.Today, source.Step,
        source.Rule.Consequence);

    private TaskRules.RuleView RuleOf(Source source) => new(
        source.Rule.Code, source.Kind, source.Step, source.Rule.Consequence, DaysOf(source.Rule),
        source.Rule.Days is not null && !_options.Days.ContainsKey(source.Rule.Code),
        _texts.Of(source.Rule.Code), _texts.Of(source.Rule.Consequence));

    private Dictionary<string, string> PlacesIn(string? cursor)
    {
        try
        {
            var places = cursor is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(
                Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(cursor)));
            if (places?.All(place => place.Value is not null
                && _sources.Any(source => source.Key == place.Key)) == true)
            {
                return places;
            }
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            // The same answer as for a cursor of another list.
        }

        throw PagingExtensions.NoCursor();
    }

    /// <summary>A rule for one kind of callers.</summary>
    private sealed record Source(TaskRule Rule, string Collection, string Step, AccessRow Row, bool Unowned)
    {
        /// <summary>Names it in cursors.</summary>
        public string Key { get; } = Unowned ? $"{Rule.Code}*" : Rule.Code;

        public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(Rule.Thing.Name);

        /// <summary>Null where it is not the turn of anybody in these roles.</summary>
        public Caller? CallerOf(Roles roles, Guid id)
        {
            if (Rule.Turn == Turn.Park || Unowned)
            {
                return Row.Admit(roles & Row.All, id);
            }

            // Names of what is open to others are open to them; which things wait for them, their ownership decides.
            return (roles & Row.Own) == 0 ? null : new Caller(id, SeesAll: false, roles & Row.Own, SeesOpen: true);
        }
    }
}

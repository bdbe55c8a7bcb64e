using Technopark.Portal.Parts.Drafts;

namespace Technopark.Portal.Parts.Forms;

/// <summary>What a person has typed, by the names of the API's fields, and what is wrong with it.</summary>
public sealed class FormState(Texts texts, ParkClock clock)
{
    /// <summary>Names of what the form itself needs; no field of the API begins so.</summary>
    private const char Own = '_';

    /// <summary>What the names of those begin with that say what a field said before.</summary>
    public const string Before = "_was.";

    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>One for each form that was shown: pressed twice or sent again it still makes one thing.</summary>
    public string Key { get; private set; } = NewKey();

    /// <summary>By which the times that are typed are read.</summary>
    public ParkClock Clock => clock;

    /// <summary>ETag of the thing as it was when the form was shown.</summary>
    public string Version { get; set; } = "";

    /// <summary>What was wrong with the whole; null where nothing was.</summary>
    public ApiProblemException? Problem { get; private set; }

    public IReadOnlyDictionary<string, List<string>> Errors => _errors;

    /// <summary>The service did not answer.</summary>
    public bool IsAway { get; private set; }

    /// <summary>It has made something already, and says something else now: sent again it makes another.</summary>
    public bool IsSentBefore => Problem?.Code == "idempotencyKeyReused";

    public bool IsWrong => Problem is not null || IsAway || _errors.Count > 0;

    /// <summary>Names of the fields in the order in which they are shown, for the summary of what is wrong.</summary>
    public List<string> Shown { get; } = [];

    /// <summary>What those fields are called on the page.</summary>
    public Dictionary<string, string> Labels { get; } = [];

    /// <summary>What the thing said when the form was first shown.</summary>
    public Dictionary<string, string> Was { get; private set; } = [];

    /// <summary>What somebody else has made of fields that this person has changed, too.</summary>
    public Dictionary<string, string> Theirs { get; } = [];

    public string Text(string name) => _values.TryGetValue(name, out var all) ? all[^1] : "";

    public string[] All(string name) => _values.GetValueOrDefault(name, []);

    public IEnumerable<string> Names => _values.Keys;

    public void Set(string name, params string[] values) => _values[name] = values;

    public void Take(IFormCollection form)
    {
        _values.Clear();
        foreach (var (name, values) in form.Where(field => !field.Key.StartsWith(Own)))
        {
            _values[name] = [.. values.OfType<string>()];
        }

        Was = form.Where(field => field.Key.StartsWith(Before, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[Before.Length..], field => field.Value.ToString());

        Key = form["_key"] is [{ Length: > 0 } key] ? key : Key;
        Version = form["_version"].ToString();
    }

    /// <summary>Begins with what the thing says.</summary>
    public void Begin(Dictionary<string, string> thing, string version)
    {
        (Was, Version) = (thing, version);
        foreach (var (name, value) in thing)
        {
            Set(name, value);
        }
    }

    /// <summary>Goes on with what was kept, and with what somebody else has made of the thing meanwhile.</summary>
    public void GoOn(Draft draft)
    {
        var (now, version) = (Was, Version);
        // What it does not have was emptied: a box that is not ticked is not even sent.
        _values.Clear();
        foreach (var (name, values) in draft.Fields)
        {
            Set(name, values);
        }

        (Key, Was, Version) = (draft.Key, draft.Was, draft.Version);
        if (version != draft.Version)
        {
            Merge(now, version);
        }
    }

    /// <summary>Names of what was typed and is not asked any more: the form had other fields then.</summary>
    public IReadOnlyList<string> Unasked(Type request) =>
        [.. _values.Keys.Where(name => Text(name).Length > 0 && FormReader.Find(request, name) is null)];

    /// <summary>
    /// Puts together what this person changed and what somebody else changed meanwhile: where both changed the same,
    /// what was typed stays, and the other is shown beside it.
    /// </summary>
    public void Merge(Dictionary<string, string> now, string version)
    {
        foreach (var (name, theirs) in now)
        {
            var (mine, was) = (Text(name), Was.GetValueOrDefault(name, ""));
            if (mine == was)
            {
                Set(name, theirs);
            }
            else if (theirs != was && theirs != mine)
            {
                Theirs[name] = theirs;
            }
        }

        (Was, Version) = (now, version);
    }

    /// <summary>How many rows of a repeated group there are.</summary>
    public int RowsOf(string group) => Enumerable.Range(0, 100).TakeWhile(row => In(group, row).Any()).Count();

    public void RemoveRow(string group, int row)
    {
        for (var count = RowsOf(group); row < count; row++)
        {
            foreach (var name in In(group, row).ToArray())
            {
                _values.Remove(name);
            }

            foreach (var next in In(group, row + 1).ToArray())
            {
                _values[$"{group}[{row}]{next[$"{group}[{row + 1}]".Length..]}"] = _values[next];
            }
        }
    }

    private static string NewKey() => Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString();

    private IEnumerable<string> In(string group, int row) =>
        _values.Keys.Where(name => name.StartsWith($"{group}[{row}].", StringComparison.Ordinal));

    public void Add(string name, string error) =>
        (_errors.TryGetValue(name, out var known) ? known : _errors[name] = []).Add(error);

    /// <summary>What the service found wrong.</summary>
    /// <param name="prefix">What the names of the fields begin with here, and not at the service.</param>
    public void Take(ApiProblemException problem, string prefix = "")
    {
        Problem = problem;
        Key = IsSentBefore ? NewKey() : Key;
        foreach (var (name, errors) in problem.Errors)
        {
            foreach (var error in errors)
            {
                Add(prefix + name, error);
            }
        }
    }

    /// <summary>Does it, and takes what goes wrong for what is wrong with the form.</summary>
    /// <returns>What came of it; null where it went wrong.</returns>
    public async Task<TResult?> TryAsync<TResult>(Func<Task<TResult>> act, string prefix = "")
        where TResult : class
    {
        try
        {
            return await act();
        }
        catch (ApiProblemException problem)
        {
            Take(problem, prefix);
        }
        catch (Exception e) when (Away.Is(e))
        {
            IsAway = true;
        }

        return null;
    }

    /// <summary>The request that the fields make; nothing where one cannot be read: that is among the errors.</summary>
    /// <param name="prefix">What the names of its fields begin with.</param>
    public TRequest Read<TRequest>(string prefix = "") =>
        FormReader.Read<TRequest>(this, prefix, texts);
}

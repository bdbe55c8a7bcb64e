using Technopark.ServiceKit.Domain;

namespace Technopark.TestKit;

/// <summary>
/// The transitions of an aggregate as the domain's description has them, written down in its test. Every action is
/// tried in every state; what is not listed must be refused with the conflict that names the state and what is possible
/// in it.
/// </summary>
/// <param name="state">Reads the state.</param>
/// <param name="allowed">Reads the actions that the aggregate itself says are possible.</param>
/// <param name="starts">Each makes an aggregate in one of its first states; the table leads to all others.</param>
public sealed class StateTable<T>(Func<T, Enum> state, Func<T, string[]> allowed, params Func<T>[] starts)
{
    private const string Refusal = "409 ";

    /// <summary>What may be tried: the verb of its route, then, after a space, which way of doing it.</summary>
    public Dictionary<string, Action<T>> Actions { get; } = [];

    /// <summary>
    /// A line for each state that is not final, with what may be done in it and where that leads; <c>409 code</c> where
    /// a rule of its own refuses it: <c>draft: submit → submitted, withdraw → withdrawn</c>.
    /// </summary>
    public required string Transitions { get; init; }

    private (string From, string Action, string To)[] Rows => field ??=
    [
        .. from line in Transitions.Split('\n')
           let state = line.Split(':')
           from step in state[1].Split(',')
           let ends = step.Split('→')
           select (state[0].Trim(), ends[0].Trim(), ends[1].Trim()),
    ];

    /// <summary>Where the aggregate does otherwise, a line each.</summary>
    public IEnumerable<string> Violations()
    {
        var ways = WaysToStates();
        foreach (var lost in Rows.Select(row => row.From).Where(from => !ways.ContainsKey(from)).Distinct())
        {
            yield return $"nothing leads to {lost}";
        }

        foreach (var (from, make) in ways)
        {
            var verbs = Rows.Where(row => row.From == from && !IsRefusal(row.To)).Select(
                row => VerbOf(row.Action)).ToHashSet();
            if (!verbs.SetEquals(allowed(make())))
            {
                yield return $"{from} allows {string.Join(", ", allowed(make()))}, not {string.Join(", ", verbs)}";
            }

            foreach (var action in Actions.Keys)
            {
                var expected = Rows.SingleOrDefault(row => (row.From, row.Action) == (from, action)).To;
                var (to, refused) = Try(make(), action);
                var isAsDescribed = expected is null
                    ? IsInvalid(refused, from, verbs) && to == from
                    : expected == (refused is null ? to : Refused.CodeOf(refused));
                if (!isAsDescribed)
                {
                    yield return $"{action} from {from}: {to} {refused}";
                }
            }
        }
    }

    private static bool IsRefusal(string to) => to.StartsWith(Refusal, StringComparison.Ordinal);

    private static string VerbOf(string action) => action.Split(' ')[0];

    private static bool IsInvalid(DomainException? refused, string from, IEnumerable<string> verbs) =>
        refused is not null && Refused.CodeOf(refused) == $"{Refusal}invalidTransition"
        && verbs.DefaultIfEmpty("final").Append($"'{from}'").All(
            word => refused.Message.Contains(word, StringComparison.Ordinal));

    private Dictionary<string, Func<T>> WaysToStates()
    {
        var ways = starts.ToDictionary(start => NameOf(start()));
        bool LeadsOn((string From, string Action, string To) row) =>
            !IsRefusal(row.To) && ways.ContainsKey(row.From) && !ways.ContainsKey(row.To);
        while (Rows.Any(LeadsOn))
        {
            var step = Rows.First(LeadsOn);
            var (before, act) = (ways[step.From], Actions[step.Action]);
            ways.Add(step.To, () =>
            {
                var thing = before();
                act(thing);
                return thing;
            });
        }

        return ways;
    }

    private (string State, DomainException? Refused) Try(T thing, string action)
    {
        var refused = Refused.Find(() => Actions[action](thing));
        return (NameOf(thing), refused);
    }

    private string NameOf(T thing) => JsonNamingPolicy.CamelCase.ConvertName(state(thing).ToString());
}

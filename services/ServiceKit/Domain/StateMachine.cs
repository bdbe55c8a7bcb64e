namespace Technopark.ServiceKit.Domain;

/// <summary>The transitions of a thing. Any other is refused with a 409 that names what is possible.</summary>
public sealed class StateMachine<TState> where TState : struct, Enum
{
    private readonly Dictionary<(TState From, string Action), TState> _transitions = [];

    /// <param name="action">The verb of its route, for example <c>verify</c>.</param>
    public StateMachine<TState> Allow(string action, TState to, params ReadOnlySpan<TState> from)
    {
        foreach (var state in from)
        {
            _transitions.Add((state, action), to);
        }

        return this;
    }

    /// <summary>The state after an action.</summary>
    /// <exception cref="DomainException">409 invalidTransition.</exception>
    public TState Next(TState from, string action) => _transitions.TryGetValue((from, action), out var to)
        ? to : throw Refuse(from, action);

    /// <summary>The actions that a state allows, in the order they were listed.</summary>
    public string[] ActionsFrom(TState state) =>
        [.. _transitions.Keys.Where(key => Equals(key.From, state)).Select(key => key.Action)];

    private DomainException Refuse(TState from, string action)
    {
        var possible = string.Join(", ", ActionsFrom(from));
        return possible.Length == 0
            ? new(
                Refusal.Conflict, "invalidTransition",
                $"'{action}' is not possible while the state is '{NameOf(from)}'. Possible now: nothing, the state is "
                + $"final.")
            : new(
                Refusal.Conflict, "invalidTransition",
                $"'{action}' is not possible while the state is '{NameOf(from)}'. Possible now: {possible}.");
    }

    private static string NameOf(TState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

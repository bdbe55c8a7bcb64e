namespace Technopark.ServiceKit.Retention;

/// <summary>How one kind of data ends; a centre registers one for each kind that it does not keep for ever.</summary>
/// <param name="Kind">What it is, for the log: <c>sessions</c>.</param>
/// <param name="RemoveAsync">
/// Removes what is too old at this instant, with services of a scope of its own and no more than is said: what is
/// removed at once is locked at once. Says how many; it is asked again until there are fewer.
/// </param>
/// <param name="AtOnce">So many at most.</param>
public sealed record RetentionRule(
    string Kind, Func<IServiceProvider, DateTimeOffset, int, CancellationToken, Task<int>> RemoveAsync,
    int AtOnce = 5000);

namespace Technopark.ServiceKit.Retention;

/// <summary>How one kind of data ends; a centre registers one for each kind that it does not keep for ever.</summary>
/// <param name="Kind">What it is, for the log: <c>sessions</c>.</param>
/// <param name="CleanAsync">Removes what is too old at this instant, with services of a scope of its own.</param>
public sealed record RetentionRule(
    string Kind, Func<IServiceProvider, DateTimeOffset, CancellationToken, Task> CleanAsync);

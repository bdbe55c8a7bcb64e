namespace Technopark.ServiceKit.Http;

/// <summary>What an endpoint takes that changes one thing by one method and needs nothing else for it.</summary>
/// <param name="IfMatch">The state that the client knows.</param>
public sealed record Change<TRoot>(
    Guid Id, IfMatch IfMatch, CentreDb Db, TimeProvider Clock, CancellationToken Cancellation)
    where TRoot : AggregateRoot
{
    /// <summary>The instant of the change.</summary>
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Loads the thing, changes it, saves it and gives its new state.</summary>
    /// <exception cref="ProblemException">404, or 412 where the client knows an older state.</exception>
    public Task<OkWithETag<TView>> MakeAsync<TView>(Action<TRoot> change, Func<TRoot, TView> view) => MakeAsync(
        root =>
        {
            change(root);
            return Task.CompletedTask;
        },
        view);

    /// <inheritdoc cref="MakeAsync{TView}(Action{TRoot}, Func{TRoot, TView})"/>
    /// <param name="change">Asks what else it needs before it changes the thing.</param>
    public async Task<OkWithETag<TView>> MakeAsync<TView>(Func<TRoot, Task> change, Func<TRoot, TView> view)
    {
        var root = await Db.Set<TRoot>().FindOr404Async(Id, IfMatch, Cancellation);
        await change(root);
        return await Db.SaveAsync(root, view, Cancellation);
    }
}

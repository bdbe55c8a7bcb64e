namespace Technopark.Identity.People;

/// <summary>How people want to be called; whoever was erased has no name any more.</summary>
internal sealed class NamesOfPeople(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyDictionary<Guid, string>> FindAsync(
        IReadOnlyCollection<Guid> people, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().People
            .Where(person => people.Contains(person.Id) && person.ErasedAt == null)
            .ToDictionaryAsync(person => person.Id, person => person.Name, ct);
    }
}

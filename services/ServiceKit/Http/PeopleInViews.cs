namespace Technopark.ServiceKit.Http;

/// <summary>A person as a view names them.</summary>
/// <param name="Name">Null where nobody tells it: the person was erased, or identity is away.</param>
public sealed record PersonName(Guid Id, string? Name);

/// <summary>Tells names of people by their ids; of those whom nobody can name, none.</summary>
public sealed record NameLookup(
    Func<IReadOnlyCollection<Guid>, CancellationToken, Task<IReadOnlyDictionary<Guid, string>>> FindAsync);

/// <summary>The people whose ids things of a kind show. Whoever is shown such a thing is shown their names.</summary>
public sealed record PeopleIn<TRoot>(Func<TRoot, IEnumerable<Guid>> Ids)
    where TRoot : AggregateRoot;

/// <summary>Looks names up before things are shown: all those of an answer at once.</summary>
internal sealed class ShownNames(IServiceProvider services, NameLookup names)
{
    public async Task AddAsync<TRoot>(IReadOnlyCollection<TRoot> roots, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        if (roots.Count == 0 || services.GetService<PeopleIn<TRoot>>() is not { } people)
        {
            return;
        }

        var found = await names.FindAsync([.. roots.SelectMany(people.Ids)], ct);
        foreach (var root in roots)
        {
            root.Names = found;
        }
    }
}

/// <summary>What views say of people.</summary>
public static class PeopleInViews
{
    /// <summary>A person whose id the thing shows.</summary>
    public static PersonName PersonOf(this AggregateRoot root, Guid person) =>
        new(person, root.Names?.GetValueOrDefault(person));
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// A step that not everybody may take who sees the thing by its row of the access table; who sees all of them may.
/// </summary>
/// <param name="Step">Word of its route.</param>
/// <param name="Narrow">The things with which the caller may.</param>
public sealed record StepGuard<TRoot>(string Step, Func<CentreDb, IQueryable<TRoot>, IQueryable<TRoot>> Narrow)
    where TRoot : AggregateRoot;

/// <summary>
/// Says which steps of a thing its caller may take: those that the access table admits them to, with this thing. Which
/// of them the thing's state admits, the thing says.
/// </summary>
internal sealed class Steps(EndpointDataSource endpoints, IHttpContextAccessor http)
{
    private readonly ConcurrentDictionary<Type, (string Step, AccessRow Row)[]> _ofKinds = new();

    public async Task AdmitAsync<TRoot>(CentreDb db, IReadOnlyCollection<TRoot> roots, bool isNew, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        if (http.HttpContext is not { } context || roots.Count == 0)
        {
            return;
        }

        var (roles, user) = (RoleNames.Of(context.User), AccessRow.IdOf(context.User));
        var seen = new Dictionary<(Caller, string?), IReadOnlySet<Guid>>();
        var admitted = roots.ToDictionary(root => root.Id, _ => new HashSet<string>());
        StepGuard<TRoot>[]? guards = null;
        foreach (var (step, row) in _ofKinds.GetOrAdd(typeof(TRoot), _ => StepsOf<TRoot>(db)))
        {
            if (row.Admit(roles, user) is not { } caller)
            {
                continue;
            }

            guards ??= caller.SeesAll ? null : [.. context.RequestServices.GetServices<StepGuard<TRoot>>()];
            var guard = caller.SeesAll ? null : guards!.FirstOrDefault(guard => guard.Step == step);
            if (!seen.TryGetValue((caller, guard?.Step), out var with))
            {
                seen.Add((caller, guard?.Step), with = await WithAsync(db, roots, isNew, caller, guard, ct));
            }

            foreach (var id in with)
            {
                admitted[id].Add(step);
            }
        }

        foreach (var root in roots)
        {
            root.Admitted = admitted[root.Id];
        }
    }

    /// <summary>The step that an operation is, and who may take it.</summary>
    /// <exception cref="InvalidOperationException">It is no step of a thing.</exception>
    public static (string Collection, string Step, AccessRow Row) Find(
        IEnumerable<Endpoint> endpoints, string operation) => endpoints.OfType<RouteEndpoint>().SelectMany(StepOf)
        .FirstOrDefault(step => step.Row.Operation == operation) is { Row: not null } found
            ? found : throw new InvalidOperationException($"'{operation}' is no step of a thing.");

    private static async Task<IReadOnlySet<Guid>> WithAsync<TRoot>(
        CentreDb db, IReadOnlyCollection<TRoot> roots, bool isNew, Caller caller, StepGuard<TRoot>? guard,
        CancellationToken ct)
        where TRoot : AggregateRoot
    {
        // What a caller is shown they see; and who makes a thing, has it.
        if (caller.SeesAll || (guard is null && (isNew ? caller.OwnAs != Roles.None : caller == db.Caller)))
        {
            return roots.Select(root => root.Id).ToHashSet();
        }

        return isNew
            ? guard?.Narrow(db, roots.AsQueryable()).Select(root => root.Id).ToHashSet() ?? []
            : await db.SeenByAsync<TRoot>(
                caller, things => guard?.Narrow(db, things) ?? things, roots.Select(root => root.Id).ToArray(), ct);
    }

    private (string Step, AccessRow Row)[] StepsOf<TRoot>(CentreDb db)
    {
        var things = db.Model.FindEntityType(typeof(TRoot))!.GetTableName();
        return [.. endpoints.Endpoints.OfType<RouteEndpoint>().SelectMany(StepOf)
            .Where(step => step.Collection == things).Select(step => (step.Step, step.Row))];
    }

    /// <summary>The step <c>publish</c> of <c>POST …/offers/{id}/publish</c>.</summary>
    private static IEnumerable<(string Collection, string Step, AccessRow Row)> StepOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<AccessRow>() is { } row
        && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Post) == true
        && endpoint.RoutePattern.PathSegments is
        [
            .., { Parts: [RoutePatternLiteralPart things] }, { Parts: [RoutePatternParameterPart] },
        { Parts: [RoutePatternLiteralPart step] },
        ]
            ? [(things.Content, step.Content, row)] : [];
}

/// <summary>What views say of steps.</summary>
public static class StepExtensions
{
    /// <summary>Of the steps that the state of the thing admits those that the caller may take.</summary>
    public static string[] ForCaller(this AggregateRoot root, params IEnumerable<string> steps) =>
        [.. steps.Where(step => root.Admitted?.Contains(step) != false)];

    /// <summary>Asks for the caller of the request what they may do with a thing that is about to be shown.</summary>
    public static async Task<TRoot> AdmitAsync<TRoot>(
        this CentreDb db, TRoot root, bool isNew, CancellationToken ct)
        where TRoot : AggregateRoot
    {
        await db.GetService<Steps>().AdmitAsync(db, [root], isNew, ct);
        await db.GetService<ShownNames>().AddAsync([root], ct);
        return root;
    }
}

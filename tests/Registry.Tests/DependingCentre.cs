using System.Collections.Concurrent;
using Grpc.Core;
using Technopark.Companies.V1;

namespace Technopark.Registry.Tests;

/// <summary>Another centre, as far as it tells what depends on a company.</summary>
public sealed class DependingCentre : CompanyDependents.CompanyDependentsBase
{
    /// <summary>What depends on a company; null where it does not answer.</summary>
    private readonly ConcurrentDictionary<string, string[]?> _kinds = new();

    /// <param name="kinds">Null: it does not answer.</param>
    public void Has(Guid company, params string[]? kinds) => _kinds[company.ToString()] = kinds;

    public override Task<FindReply> Find(FindRequest request, ServerCallContext context) =>
        _kinds.GetValueOrDefault(request.CompanyId, []) is { } kinds
            ? Task.FromResult(new FindReply { Kinds = { kinds } })
            : throw new RpcException(new Status(StatusCode.Unavailable, "away"));
}

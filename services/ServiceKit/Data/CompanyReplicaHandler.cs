using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// Keeps the companies of a centre as the registry's events tell. Runs before the centre's own handlers and leaves the
/// company locked until the inbox commits: they react to what nobody changes meanwhile.
/// </summary>
internal sealed class CompanyReplicaHandler(CentreDb db) : IConsumer<CompanyRegistered>, IConsumer<CompanyVerified>,
    IConsumer<CompanyRejected>, IConsumer<CompanyLiquidated>, IConsumer<CompanyOwnersChanged>,
    IConsumer<CompanyCorrected>, IConsumer<CompanyVerificationRevoked>
{
    public Task Consume(ConsumeContext<CompanyRegistered> context) => PutAsync(
        context, context.Message.CompanyId, CompanyReplicaStatus.Registered,
        (context.Message.Name, context.Message.OkvedMain, context.Message.Region), context.Message.OwnerIds ?? [],
        new(context.Message.RegisteredOn));

    public Task Consume(ConsumeContext<CompanyVerified> context) => PutAsync(
        context, context.Message.CompanyId, CompanyReplicaStatus.Verified,
        (context.Message.Name, context.Message.OkvedMain, context.Message.Region));

    public Task Consume(ConsumeContext<CompanyRejected> context) =>
        PutAsync(context, context.Message.CompanyId, CompanyReplicaStatus.Rejected);

    public Task Consume(ConsumeContext<CompanyLiquidated> context) =>
        PutAsync(context, context.Message.CompanyId, CompanyReplicaStatus.Liquidated);

    public Task Consume(ConsumeContext<CompanyOwnersChanged> context) =>
        PutAsync(context, context.Message.CompanyId, owners: context.Message.OwnerIds);

    public Task Consume(ConsumeContext<CompanyCorrected> context) => PutAsync(
        context, context.Message.CompanyId,
        facts: (context.Message.Name, context.Message.OkvedMain, context.Message.Region),
        began: new(context.Message.RegisteredOn));

    public Task Consume(ConsumeContext<CompanyVerificationRevoked> context) =>
        PutAsync(context, context.Message.CompanyId, CompanyReplicaStatus.Registered);

    /// <summary>Writes what an event tells; what it does not tell has version 0 and changes nothing.</summary>
    private Task<int> PutAsync(
        ConsumeContext<IntegrationEvent> context, Guid id, CompanyReplicaStatus? status = null,
        (string Name, string? OkvedMain, string? Region)? facts = null, IReadOnlyList<Guid>? owners = null,
        Beginning? began = null)
    {
        var (statusVersion, factsVersion, ownersVersion, registeredOnVersion) =
            (VersionOf(status), VersionOf(facts), VersionOf(owners), VersionOf(began));
        var (name, okvedMain, region) = facts ?? default;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into company_replica as c
                (id, status, status_version, name, okved_main, region, facts_version, owner_ids, owners_version,
                registered_on, registered_on_version)
            values ({id}, {(status ?? default).ToString()}, {statusVersion}, {name}, {okvedMain}, {region},
                {factsVersion}, {(owners ?? []).ToArray()}, {ownersVersion}, {began?.On}, {registeredOnVersion})
            on conflict (id) do update set
                status = case when excluded.status_version > c.status_version then excluded.status else c.status end,
                status_version = greatest(excluded.status_version, c.status_version),
                name = case when excluded.facts_version > c.facts_version
                    then excluded.name else c.name end,
                okved_main = case when excluded.facts_version > c.facts_version
                    then excluded.okved_main else c.okved_main end,
                region = case when excluded.facts_version > c.facts_version
                    then excluded.region else c.region end,
                facts_version = greatest(excluded.facts_version, c.facts_version),
                owner_ids = case when excluded.owners_version > c.owners_version
                    then excluded.owner_ids else c.owner_ids end,
                owners_version = greatest(excluded.owners_version, c.owners_version),
                registered_on = case when excluded.registered_on_version > c.registered_on_version
                    then excluded.registered_on else c.registered_on end,
                registered_on_version = greatest(excluded.registered_on_version, c.registered_on_version)
            """,
            context.CancellationToken);

        long VersionOf(object? told) => told is null ? 0 : context.Message.Version;
    }

    /// <summary>When the company began, where an event tells of it at all.</summary>
    private sealed record Beginning(DateOnly? On);
}

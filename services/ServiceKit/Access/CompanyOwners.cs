using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Technopark.Contracts.Registry;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Access;

/// <summary>
/// Who may act for a company, as the registry said last. A centre whose database has a set of these hears of it and asks it in its
/// query filters.
/// </summary>
public sealed class CompanyOwners
{
    public required Guid CompanyId { get; init; }

    /// <summary>People, by the id in their tokens.</summary>
    public required Guid[] OwnerIds { get; init; }

    /// <summary>Version of the registry's company that told it.</summary>
    public required long Version { get; init; }
}

internal sealed class CompanyOwnersMap : IEntityTypeConfiguration<CompanyOwners>
{
    public void Configure(EntityTypeBuilder<CompanyOwners> builder)
    {
        builder.ToTable("company_owners").HasKey(row => row.CompanyId);
        builder.Property(row => row.CompanyId).ValueGeneratedNever();
        builder.HasIndex(row => row.OwnerIds).HasMethod("gin");
    }
}

internal sealed class CompanyOwnersHandler(CentreDb db) : IConsumer<CompanyRegistered>, IConsumer<CompanyOwnersChanged>
{
    public Task Consume(ConsumeContext<CompanyRegistered> context) =>
        PutAsync(context.Message.CompanyId, context.Message.OwnerIds ?? [], context.Message.Version, context.CancellationToken);

    public Task Consume(ConsumeContext<CompanyOwnersChanged> context) =>
        PutAsync(context.Message.CompanyId, context.Message.OwnerIds, context.Message.Version, context.CancellationToken);

    private Task<int> PutAsync(Guid company, IReadOnlyList<Guid> owners, long version, CancellationToken ct)
    {
        var ids = owners.ToArray();
        return db.Database.ExecuteSqlAsync($"""
            insert into company_owners as known (company_id, owner_ids, version) values ({company}, {ids}, {version})
            on conflict (company_id) do update set owner_ids = excluded.owner_ids, version = excluded.version
            where excluded.version > known.version
            """, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Technopark.Contracts;
using Technopark.ServiceKit.Domain;
using Technopark.ServiceKit.Http;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// The database of one centre. One <c>SaveChanges</c> is one transaction: the changed rows, the events the aggregates raised and,
/// where a request creates something, the outcome under its Idempotency-Key.
/// </summary>
public abstract class CentreDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Why the changes of this unit of work happen: set by the inbox, empty for a request.</summary>
    internal Cause Cause { get; set; }

    /// <summary>Idempotency-Key of the request under way, if it creates something.</summary>
    internal IdempotencyKey? IdempotencyKey { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CentreDb).Assembly);
        foreach (var root in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(AggregateRoot))))
        {
            var entity = modelBuilder.Entity(root.ClrType);
            entity.Property(nameof(AggregateRoot.RowVersion)).IsRowVersion();
            entity.Property(nameof(AggregateRoot.Id)).ValueGeneratedNever();
            entity.Ignore(nameof(AggregateRoot.Raised));
            MapMoney(entity);
        }
    }

    private static void MapMoney(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder entity)
    {
        foreach (var property in entity.Metadata.ClrType.GetProperties().Where(property => property.PropertyType == typeof(Money)))
        {
            entity.ComplexProperty(property.PropertyType, property.Name).Property<string>(nameof(Money.Currency)).HasMaxLength(3);
        }
    }
}

using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>Maps people in every centre whose context has a set of them.</summary>
internal sealed class PersonReplicaMap : IEntityTypeConfiguration<PersonReplica>
{
    public void Configure(EntityTypeBuilder<PersonReplica> builder)
    {
        builder.ToTable("person_replica");
        builder.Property(person => person.Id).ValueGeneratedNever();
    }
}

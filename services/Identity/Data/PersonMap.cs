namespace Technopark.Identity.Data;

internal sealed class PersonMap : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(200);
        builder.Property(person => person.Language).HasMaxLength(2);
        builder.Property(person => person.Roles).HasConversion<int>();
        builder.Property(person => person.ProvidedRoles).HasConversion<int>();
        builder.Property(person => person.BlockedReason).HasMaxLength(1000);
        builder.Ignore(person => person.AllRoles);
        builder.HasIndex(person => new { person.CreatedAt, person.Id });
    }
}

internal sealed class SessionMap : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.Device).HasMaxLength(200);
        builder.Property(session => session.Address).HasMaxLength(45);
        builder.HasIndex(session => session.PersonId);
        builder.HasIndex(session => session.EndedAt);
    }
}

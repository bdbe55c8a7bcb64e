namespace Technopark.Insights.Data;

internal sealed class TimelineEntryMap : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> builder)
    {
        builder.ToTable("timeline").HasKey(entry => entry.EventId);
        builder.Property(entry => entry.EventId).ValueGeneratedNever();
        builder.Property(entry => entry.Type).HasMaxLength(100);
        builder.Property(entry => entry.TraceId).HasMaxLength(32);
        builder.Property(entry => entry.Data).HasColumnType("jsonb");
    }
}

internal sealed class TimelineMentionMap : IEntityTypeConfiguration<TimelineMention>
{
    /// <summary>The key is the order of the list, so that a page is one stretch of its index.</summary>
    public void Configure(EntityTypeBuilder<TimelineMention> builder) => builder.ToTable("timeline_mention")
        .HasKey(mention => new { mention.CompanyId, mention.RecordedAt, mention.EventId });
}

namespace Technopark.Networking.Data;

internal sealed class MeetingMap : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(meeting => meeting.Reason).HasMaxLength(1100);
        builder.HasOne<Interest>().WithMany().HasForeignKey(meeting => meeting.InterestId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(meeting => meeting.Bookings).WithOne().HasForeignKey(booking => booking.MeetingId);
        builder.HasIndex(meeting => new { meeting.StartsAt, meeting.Id });
        builder.HasIndex(meeting => new { meeting.CompanyId, meeting.StartsAt, meeting.Id });
        builder.HasIndex(meeting => new { meeting.GuestCompanyId, meeting.StartsAt, meeting.Id });
    }
}

namespace Technopark.Networking.Data;

/// <summary>Constrained by <see cref="NoDoubleBooking"/>.</summary>
internal sealed class BookingMap : IEntityTypeConfiguration<Booking>
{
    public void Configure(EntityTypeBuilder<Booking> builder)
    {
        builder.ToTable("bookings");
        builder.HasKey(booking => new { booking.MeetingId, booking.CompanyId });
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(booking => booking.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

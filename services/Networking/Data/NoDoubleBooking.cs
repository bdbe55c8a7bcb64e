using Microsoft.EntityFrameworkCore.Migrations;

namespace Technopark.Networking.Data;

/// <summary>
/// The database's own refusal of two meetings of one company at one time. EF Core has no words for an exclusion
/// constraint: the migration that creates the tables calls <see cref="AddNoDoubleBooking"/> at its end.
/// </summary>
internal static class NoDoubleBooking
{
    public const string Constraint = "ex_bookings_company_during";

    /// <summary>Lets a GiST index hold plain values beside ranges; the database's owner may create it.</summary>
    public const string Extension = "btree_gist";

    // A range includes its begin and not its end: one meeting may follow another at once.
    public static void AddNoDoubleBooking(this MigrationBuilder migration) => migration.Sql($"""
        alter table bookings add constraint {Constraint}
        exclude using gist (company_id with =, tstzrange(starts_at, ends_at) with &&)
        """);
}

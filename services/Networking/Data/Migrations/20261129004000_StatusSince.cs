using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Networking.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "interests",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "meetings",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "offers",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // The last instant that is known of what was there before.
            migrationBuilder.Sql("update interests set status_since = coalesce(accepted_at, forwarded_at, created_at)");
            migrationBuilder.Sql("update meetings set status_since = created_at");
            migrationBuilder.Sql("update offers set status_since = coalesce(published_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_interests_status_status_since_id",
                table: "interests",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_meetings_status_status_since_id",
                table: "meetings",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_status_status_since_id",
                table: "offers",
                columns: new[] { "status", "status_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_interests_status_status_since_id",
                table: "interests");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "interests");

            migrationBuilder.DropIndex(
                name: "ix_meetings_status_status_since_id",
                table: "meetings");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "meetings");

            migrationBuilder.DropIndex(
                name: "ix_offers_status_status_since_id",
                table: "offers");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "offers");
        }
    }
}

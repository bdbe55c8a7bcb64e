using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Incubation.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "applications",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "residencies",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // The last instant that is known of what was there before.
            migrationBuilder.Sql("update applications set status_since = coalesce(decided_at, created_at)");
            migrationBuilder.Sql("update residencies set status_since = coalesce(signed_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_applications_status_status_since_id",
                table: "applications",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_residencies_status_status_since_id",
                table: "residencies",
                columns: new[] { "status", "status_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_applications_status_status_since_id",
                table: "applications");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "applications");

            migrationBuilder.DropIndex(
                name: "ix_residencies_status_status_since_id",
                table: "residencies");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "residencies");
        }
    }
}

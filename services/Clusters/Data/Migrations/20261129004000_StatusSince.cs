using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Clusters.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "initiatives",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "memberships",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // The last instant that is known of what was there before.
            migrationBuilder.Sql("update initiatives set status_since = coalesce(activated_at, created_at)");
            migrationBuilder.Sql("update memberships set status_since = coalesce(left_at, committed_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_initiatives_status_status_since_id",
                table: "initiatives",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_status_status_since_id",
                table: "memberships",
                columns: new[] { "status", "status_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_initiatives_status_status_since_id",
                table: "initiatives");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "initiatives");

            migrationBuilder.DropIndex(
                name: "ix_memberships_status_status_since_id",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "memberships");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Registry.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "companies",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // The last instant that is known of what was there before.
            migrationBuilder.Sql("update companies set status_since = coalesce(verified_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_companies_status_status_since_id",
                table: "companies",
                columns: new[] { "status", "status_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_companies_status_status_since_id",
                table: "companies");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "companies");
        }
    }
}

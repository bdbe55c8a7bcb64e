using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Investment.Data.Migrations
{
    /// <inheritdoc />
    public partial class StatusSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "commitments",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "rounds",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "status_since",
                table: "tranches",
                type: "timestamp with time zone",
                nullable: false,
                defaultValueSql: "now()");

            // The last instant that is known of what was there before.
            migrationBuilder.Sql("update commitments set status_since = coalesce(called_at, created_at)");
            migrationBuilder.Sql("update rounds set status_since = created_at");
            migrationBuilder.Sql("update tranches set status_since = coalesce(reversed_at, created_at)");

            migrationBuilder.CreateIndex(
                name: "ix_commitments_status_status_since_id",
                table: "commitments",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rounds_status_status_since_id",
                table: "rounds",
                columns: new[] { "status", "status_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_tranches_status_status_since_id",
                table: "tranches",
                columns: new[] { "status", "status_since", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_commitments_status_status_since_id",
                table: "commitments");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "commitments");

            migrationBuilder.DropIndex(
                name: "ix_rounds_status_status_since_id",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "ix_tranches_status_status_since_id",
                table: "tranches");

            migrationBuilder.DropColumn(
                name: "status_since",
                table: "tranches");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeptAndBlocked : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "blocked_at",
                table: "people",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "blocked_reason",
                table: "people",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "kept",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    value = table.Column<string>(type: "text", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept", x => x.id);
                    table.ForeignKey(
                        name: "fk_kept_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_people_created_at_id",
                table: "people",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_kind_changed_at",
                table: "kept",
                columns: new[] { "kind", "changed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_kept_person_id_kind_name",
                table: "kept",
                columns: new[] { "person_id", "kind", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "kept");

            migrationBuilder.DropIndex(
                name: "ix_people_created_at_id",
                table: "people");

            migrationBuilder.DropColumn(
                name: "blocked_at",
                table: "people");

            migrationBuilder.DropColumn(
                name: "blocked_reason",
                table: "people");
        }
    }
}

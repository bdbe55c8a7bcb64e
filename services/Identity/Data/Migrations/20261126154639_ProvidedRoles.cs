using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class ProvidedRoles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "provided_roles",
                table: "people",
                type: "integer",
                maxLength: 32,
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "provided_roles",
                table: "people");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Identity.Data.Migrations
{
    /// <inheritdoc />
    public partial class PeopleTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_told",
                table: "people",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "is_told",
                table: "people");
        }
    }
}

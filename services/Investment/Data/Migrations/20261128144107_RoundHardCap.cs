using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Investment.Data.Migrations
{
    /// <inheritdoc />
    public partial class RoundHardCap : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<decimal>(
                name: "hard_cap",
                table: "rounds",
                type: "numeric(19,4)",
                precision: 19,
                scale: 4,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "hard_cap",
                table: "rounds");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Networking.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReachableStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_interests_offer_company",
                table: "interests");

            migrationBuilder.CreateIndex(
                name: "ux_interests_offer_company",
                table: "interests",
                columns: ["offer_id", "company_id"],
                unique: true,
                filter: "status in ('Submitted', 'Forwarded', 'Accepted')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_interests_offer_company",
                table: "interests");

            migrationBuilder.CreateIndex(
                name: "ux_interests_offer_company",
                table: "interests",
                columns: ["offer_id", "company_id"],
                unique: true,
                filter: "status in ('Submitted', 'Forwarded', 'Accepted', 'InDiscussion')");
        }
    }
}

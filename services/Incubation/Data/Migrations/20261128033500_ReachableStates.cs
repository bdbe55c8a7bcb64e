using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Incubation.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReachableStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_applications_company_call",
                table: "applications");

            migrationBuilder.CreateIndex(
                name: "ux_applications_company_call",
                table: "applications",
                columns: ["company_id", "call_id"],
                unique: true,
                filter: "status in ('Draft', 'Submitted', 'Screening', 'UnderReview', "
                    + "'Deliberation', 'WaitListed', 'Accepted')");

            migrationBuilder.DropIndex(
                name: "ux_residencies_running",
                table: "residencies");

            migrationBuilder.CreateIndex(
                name: "ux_residencies_running",
                table: "residencies",
                columns: ["programme_id", "company_id"],
                unique: true,
                filter: "status in ('Active', 'GraduationProposed')");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_applications_company_call",
                table: "applications");

            migrationBuilder.CreateIndex(
                name: "ux_applications_company_call",
                table: "applications",
                columns: ["company_id", "call_id"],
                unique: true,
                filter: "status in ('Draft', 'Submitted', 'Screening', 'MoreInfo', 'Concept', 'FullProposal', "
                    + "'UnderReview', 'Deliberation', 'AcceptedWithConditions', 'WaitListed', 'Accepted')");

            migrationBuilder.DropIndex(
                name: "ux_residencies_running",
                table: "residencies");

            migrationBuilder.CreateIndex(
                name: "ux_residencies_running",
                table: "residencies",
                columns: ["programme_id", "company_id"],
                unique: true,
                filter: "status in ('Active', 'Probation', 'GraduationProposed')");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Networking.Data.Migrations
{
    /// <inheritdoc />
    public partial class CompanyRegisteredOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "registered_on",
                table: "company_replica",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "registered_on_version",
                table: "company_replica",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "registered_on",
                table: "company_replica");

            migrationBuilder.DropColumn(
                name: "registered_on_version",
                table: "company_replica");
        }
    }
}

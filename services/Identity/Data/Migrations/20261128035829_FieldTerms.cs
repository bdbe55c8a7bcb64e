using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Identity.Data.Migrations
{
    /// <summary>Columns are named by the field's terms.</summary>
    public partial class FieldTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn("thing", "audit", "target_id");
            migrationBuilder.RenameColumn("thing_type", "audit", "target_type");
            migrationBuilder.RenameIndex("ix_audit_thing_id", "ix_audit_target_id_id", table: "audit");
            migrationBuilder.RenameColumn("parked_at", "outbox", "failed_at");
            migrationBuilder.RenameIndex("ix_outbox_parked", "ix_outbox_failed", table: "outbox");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("There is no way back: restore the backup.");
    }
}

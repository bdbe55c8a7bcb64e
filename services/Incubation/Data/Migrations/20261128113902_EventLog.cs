using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Incubation.Data.Migrations
{
    /// <summary>
    /// Events that were sent move into the event log, which <c>--migrate</c> makes. The columns that tell of sending
    /// stay for one release: the version before runs on this schema beside the new one.
    /// </summary>
    public partial class EventLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex("ix_outbox_failed", "outbox");
            migrationBuilder.DropIndex("ix_outbox_feed", "outbox");
            migrationBuilder.DropIndex("ix_outbox_unsent", "outbox");
            migrationBuilder.CreateIndex("ix_outbox_position", "outbox", "position");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex("ix_outbox_position", "outbox");
            migrationBuilder.CreateIndex("ix_outbox_failed", "outbox", "failed_at", filter: "failed_at is not null");
            migrationBuilder.CreateIndex("ix_outbox_feed", "outbox", ["transaction", "position"]);
            migrationBuilder.CreateIndex(
                "ix_outbox_unsent", "outbox", "position", filter: "sent_at is null and failed_at is null");
        }
    }
}

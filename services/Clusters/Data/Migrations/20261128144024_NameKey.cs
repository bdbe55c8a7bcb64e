using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Clusters.Data.Migrations
{
    /// <inheritdoc />
    public partial class NameKey : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "member_name_key",
                table: "memberships",
                type: "text",
                nullable: true);

            // Of names that were two until now the first keeps its key: the other stays a member, and nobody is lost.
            migrationBuilder.Sql("""
                update memberships m set member_name_key = k.key
                from (
                    select id, key, row_number() over (partition by initiative_id, key order by created_at, id) as place
                    from (
                        select id, initiative_id, created_at,
                            upper(trim(regexp_replace(normalize(member_name, nfkc), '\s+', ' ', 'g'))) as key
                        from memberships where company_id is null and status <> 'Left'
                    ) folded
                ) k
                where k.id = m.id and k.place = 1
                """);

            migrationBuilder.CreateIndex(
                name: "ux_memberships_initiative_name_key",
                table: "memberships",
                columns: new[] { "initiative_id", "member_name_key" },
                unique: true,
                filter: "company_id is null and status <> 'Left'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_memberships_initiative_name_key",
                table: "memberships");

            migrationBuilder.DropColumn(
                name: "member_name_key",
                table: "memberships");
        }
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Incubation.Data.Migrations
{
    /// <summary>Columns are named by the field's terms; what the registry says of a company is one row.</summary>
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
            migrationBuilder.Sql("""
                alter table companies rename to company_replica;
                alter table company_replica rename column version to status_version;
                alter table company_replica rename column name_version to facts_version;
                alter table company_replica
                    add column okved_main character varying(8),
                    add column region character varying(2),
                    add column owner_ids uuid[] not null default '{}', add column owners_version bigint not null default 0;
                alter table company_replica rename constraint pk_companies to pk_company_replica;
                update company_replica c set owner_ids = o.owner_ids, owners_version = o.version
                from company_owners o where o.company_id = c.id;
                insert into company_replica (id, status, status_version, facts_version, owner_ids, owners_version)
                select company_id, 'Registered', 0, 0, owner_ids, version from company_owners o
                where not exists (select from company_replica c where c.id = o.company_id);
                drop table company_owners;
                alter table company_replica alter column owner_ids drop default, alter column owners_version drop default;
                create index ix_company_replica_owner_ids on company_replica using gin (owner_ids);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("There is no way back: restore the backup.");
    }
}

using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Technopark.Investment.Data.Migrations
{
    /// <summary>Columns are named by the field's terms; what the registry says of a company is one row; name and status are those that its issuer has.</summary>
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
                alter table company_owners rename to company_replica;
                alter table company_replica rename column company_id to id;
                alter table company_replica rename column version to owners_version;
                alter table company_replica rename constraint pk_company_owners to pk_company_replica;
                alter index ix_company_owners_owner_ids rename to ix_company_replica_owner_ids;
                alter table company_replica
                    add column status character varying(32) not null default 'Registered',
                    add column status_version bigint not null default 0,
                    add column name character varying(200),
                    add column okved_main character varying(8),
                    add column region character varying(2),
                    add column facts_version bigint not null default 0;
                alter table company_replica alter column status drop default, alter column status_version drop default,
                    alter column facts_version drop default;
                insert into company_replica (id, status, status_version, facts_version, owner_ids, owners_version)
                select id, 'Registered', 0, 0, '{}', 0 from issuers i
                where not exists (select from company_replica c where c.id = i.id);
                update company_replica c set name = i.name, status_version = i.company_version,
                    status = case i.status when 'Open' then 'Verified' else 'Liquidated' end
                from issuers i where i.id = c.id and i.company_version > 0;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("There is no way back: restore the backup.");
    }
}

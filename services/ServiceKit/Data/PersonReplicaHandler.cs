using MassTransit;
using Technopark.Contracts.Identity;

namespace Technopark.ServiceKit.Data;

/// <summary>Keeps the people of a centre as the events of identity tell; it knows no names.</summary>
internal sealed class PersonReplicaHandler(CentreDb db) : IConsumer<PersonRolesChanged>, IConsumer<PersonErased>
{
    public Task Consume(ConsumeContext<PersonRolesChanged> context) =>
        PutAsync(context, context.Message.PersonId, [.. context.Message.Roles], isErased: false);

    public Task Consume(ConsumeContext<PersonErased> context) =>
        PutAsync(context, context.Message.PersonId, [], isErased: true);

    private Task<int> PutAsync(ConsumeContext<IntegrationEvent> context, Guid id, string[] roles, bool isErased) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into person_replica as p (id, roles, is_erased, version)
            values ({id}, {roles}, {isErased}, {context.Message.Version})
            on conflict (id) do update
                set roles = excluded.roles, is_erased = excluded.is_erased, version = excluded.version
                where excluded.version > p.version
            """,
            context.CancellationToken);
}

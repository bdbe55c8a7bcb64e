using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Technopark.ServiceKit.Data;

/// <summary>A kind of things that have names.</summary>
/// <param name="Sql">Gives the name of a row.</param>
internal sealed record NamedKind(string Table, string Sql);

/// <summary>
/// Which things have names, and who refers to them, read from the model: <c>CallId</c> is the id of a <c>Call</c>,
/// <c>GuestCompanyId</c> that of a company.
/// </summary>
internal static class NamedKinds
{
    /// <summary>Members by which a thing refers to others that have names.</summary>
    public static IEnumerable<(PropertyInfo Member, NamedKind Kind)> ReferencesOf(this IModel model, Type thing)
    {
        foreach (var member in model.FindEntityType(thing)!.GetProperties())
        {
            if (member.PropertyInfo is { } info && ReferredBy(member) is { } type && KindOf(type) is { } kind)
            {
                yield return (info, kind);
            }
        }
    }

    /// <summary>Things of this type; null where they have no names.</summary>
    public static NamedKind? KindOf(IEntityType type)
    {
        var table = type.GetTableName()!;
        if ((type.FindProperty("Name") ?? type.FindProperty("Title")) is { } own)
        {
            return new(table, $"{table}.{own.GetColumnName()}");
        }

        return type.GetProperties().FirstOrDefault(GivesName) is { } given
            && ReferredBy(given) is { } giver && KindOf(giver) is var (source, name)
            ? new(table, $"(select {name} from {source} where {source}.id = {table}.{given.GetColumnName()})")
            : null;
    }

    /// <summary>The type with whose word the member's name ends; null for a member that is no reference.</summary>
    private static IEntityType? ReferredBy(IProperty member) =>
        (Nullable.GetUnderlyingType(member.ClrType) ?? member.ClrType) != typeof(Guid) ? null
        : member.DeclaringType.Model.GetEntityTypes()
            .Where(type => member.Name.EndsWith($"{WordOf(type)}Id", StringComparison.Ordinal))
            .MaxBy(type => WordOf(type).Length);

    private static string WordOf(IEntityType type) =>
        type.ClrType == typeof(CompanyReplica) ? "Company" : type.ClrType.Name;

    private static bool GivesName(IProperty member) =>
        member.PropertyInfo?.IsDefined(typeof(GivesNameAttribute)) == true;
}

using System.Buffers;
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Technopark.ServiceKit.Audit;

/// <summary>The members that a save changes, before and after, without anything that could name a person.</summary>
internal static class AuditDiff
{
    // Stands for a value that the audit does not keep.
    private const string Changed = "changed";

    private static readonly string[] ExcludedProperties =
        [nameof(AggregateRoot.Id), nameof(AggregateRoot.CreatedAt), nameof(AggregateRoot.Version),
            nameof(AggregateRoot.RowVersion), nameof(StatefulRoot.StatusSince)];

    private static readonly ConcurrentDictionary<MemberInfo, bool> Known = new();

    /// <summary>As two JSON objects; before is null for what is new, after for what is gone.</summary>
    public static (string? Before, string? After) Of(EntityEntry thing) => thing.State switch
    {
        EntityState.Added => (null, Write(thing, before: false)),
        EntityState.Deleted => (Write(thing, before: true), null),
        _ => (Write(thing, before: true), Write(thing, before: false)),
    };

    /// <summary>True for what cannot hold words, and for words marked as telling nothing of a person.</summary>
    internal static bool IsKept(MemberInfo member, Type type) => Known.GetOrAdd(member, static (member, type) =>
        member.IsDefined(typeof(AuditedAttribute), inherit: true) || IsWordless(type), type);

    private static bool IsWordless(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type.IsPrimitive || type == typeof(decimal) || type == typeof(Guid)
            || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeSpan)
            || (type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable))
                && (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()) is { Length: > 0 } parts
                && parts.All(IsWordless));
    }

    private static string? Write(EntityEntry thing, bool before)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        Write(json, thing.Properties, thing.State, before);
        foreach (var part in thing.ComplexProperties)
        {
            if (part.Properties.Any(member => IsTold(member, thing.State)))
            {
                Write(json, part, before);
            }
        }

        foreach (var parts in thing.ComplexCollections)
        {
            if (parts.IsModified || thing.State != EntityState.Modified)
            {
                Mark(json, parts.Metadata, before);
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenCount > 2 ? Encoding.UTF8.GetString(buffer.WrittenSpan) : null;
    }

    /// <summary>A sum of money as it is everywhere; of other parts only that they changed.</summary>
    private static void Write(Utf8JsonWriter json, ComplexPropertyEntry part, bool before)
    {
        if (part.Metadata.ClrType != typeof(Money))
        {
            Mark(json, part.Metadata, before);
            return;
        }

        var (amount, currency) = (part.Property(nameof(Money.Amount)), part.Property(nameof(Money.Currency)));
        json.WritePropertyName(NameOf(part.Metadata));
        var money = new Money((decimal)ValueOf(amount, before)!, (string)ValueOf(currency, before)!);
        JsonSerializer.Serialize(json, money, ContractJson.Options);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<PropertyEntry> members, EntityState state, bool before)
    {
        foreach (var member in members.Where(member => IsTold(member, state)))
        {
            if (member.Metadata.PropertyInfo is not { } info || !IsKept(info, member.Metadata.ClrType))
            {
                Mark(json, member.Metadata, before);
                continue;
            }

            json.WritePropertyName(NameOf(member.Metadata));
            JsonSerializer.Serialize(json, ValueOf(member, before), member.Metadata.ClrType, ContractJson.Options);
        }
    }

    private static bool IsTold(PropertyEntry member, EntityState state) =>
        !ExcludedProperties.Contains(member.Metadata.Name)
            && (state == EntityState.Modified ? member.IsModified : member.CurrentValue is not null);

    private static void Mark(Utf8JsonWriter json, IReadOnlyPropertyBase member, bool before)
    {
        if (!before)
        {
            json.WriteString(NameOf(member), Changed);
        }
    }

    private static object? ValueOf(PropertyEntry member, bool before) =>
        before ? member.OriginalValue : member.CurrentValue;

    private static string NameOf(IReadOnlyPropertyBase member) => JsonNamingPolicy.CamelCase.ConvertName(member.Name);
}

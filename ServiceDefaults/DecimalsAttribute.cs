using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.ServiceDefaults;

/// <summary>The decimals that a number is kept with, where it is not four: more are refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DecimalsAttribute(int atMost) : Attribute
{
    private const int Usual = 4;

    public int AtMost { get; } = atMost;

    /// <summary>The decimals that a member of a request may have; null where it is no decimal.</summary>
    public static int? Of(JsonPropertyInfo property) => !Concerns(property) ? null
        : property.AttributeProvider is MemberInfo member && member.GetCustomAttribute<DecimalsAttribute>() is { } said
            ? said.AtMost : Usual;

    internal static bool Concerns(JsonPropertyInfo property) =>
        (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) == typeof(decimal);
}

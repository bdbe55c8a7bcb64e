using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.ServiceKit.Http;

/// <summary>The date of a fact: what has not happened yet is none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HappenedAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        var today = validationContext.GetRequiredService<TimeProvider>().Today();
        return value is DateOnly date && date > today
            ? new BrokenRule(Days.NotAfter(today), validationContext.MemberName!)
            : ValidationResult.Success;
    }
}

/// <summary>The date of a plan: it may lie ahead.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PlannedAttribute : Attribute;

/// <summary>Whether the date in a request is that of a fact or of a plan.</summary>
internal static class LegalDates
{
    /// <summary>True of a fact, false of a plan; null where it is no date that comes in.</summary>
    /// <exception cref="InvalidOperationException">Nothing is said: whoever adds a date says what it is.</exception>
    public static bool? HaveHappened(JsonPropertyInfo? property)
    {
        if (property is null || !property.DeclaringType.Name.EndsWith("Request", StringComparison.Ordinal)
            || !IsDate(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
        {
            return null;
        }

        var member = (MemberInfo)property.AttributeProvider!;
        return member.IsDefined(typeof(HappenedAttribute)) ? true
            : member.IsDefined(typeof(PlannedAttribute)) ? false
            : throw new InvalidOperationException(
                $"{property.DeclaringType.FullName}.{property.Name}: say whether it has [Happened] or is [Planned].");
    }

    private static bool IsDate(Type type) => type == typeof(DateOnly) || type == typeof(DateTimeOffset);
}

using System.Collections;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.ServiceDefaults;

/// <summary>A rule that a value in JSON breaks; the reader says where it is.</summary>
/// <param name="member">Of the object that is read; null where it is the value itself.</param>
public sealed class BrokenRuleException(ProblemText rule, string? member = null) : JsonException(rule.ToString())
{
    public ProblemText Rule { get; } = rule;

    public string? Member { get; } = member;
}

/// <summary>
/// What no type can say of values that come in: texts are trimmed and plain, blank is absent, times and decimals are
/// such as can be kept.
/// </summary>
internal static class ReadValues
{
    // Dividing by it leaves a decimal without zeros at its end.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Holds what is read into objects of this type to the rules.</summary>
    public static void Hold(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var held = type.Properties.Where(property => property.Get is not null && IsHeld(property))
            .Select(property => (Property: property, Decimals: DecimalsAttribute.Of(property) ?? 0)).ToArray();
        type.OnDeserialized = read =>
        {
            foreach (var (property, decimals) in held)
            {
                Hold(property, decimals, read);
            }
        };
    }

    /// <summary>A number reads the same just made and read again: the database adds zeros up to its scale.</summary>
    public static void ShortenDecimals(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(DecimalsAttribute.Concerns))
        {
            if (property.Get is { } get)
            {
                property.Get = owner => get(owner) is decimal number ? number / One : null;
            }
        }
    }

    private static bool IsHeld(JsonPropertyInfo property)
    {
        var known = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return !known.IsValueType || known == typeof(decimal) || known == typeof(DateOnly)
            || known == typeof(DateTimeOffset);
    }

    private static void Hold(JsonPropertyInfo property, int decimals, object owner)
    {
        var value = property.Get!(owner);
        switch (value)
        {
            case string text when Clean(property, text) is var clean && clean != text:
                var isAbsent = clean.Length == 0 && property.IsSetNullable;
                property.Set!(owner, isAbsent ? null : clean);
                break;
            case string:
                break;
            case decimal number when decimal.Round(number, decimals) != number:
                throw new BrokenRuleException($"The number has at most {decimals} decimals.", property.Name);
            case IDictionary<string, string> texts:
                HoldTexts(property, texts);
                break;
            case IEnumerable items:
                HoldItems(property, items);
                break;
            default:
                if (TimeForms.BrokenBy(value) is { } rule)
                {
                    throw new BrokenRuleException(rule, property.Name);
                }

                break;
        }
    }

    private static string Clean(JsonPropertyInfo property, string text) => PlainText.IsIn(text)
        ? PlainText.Clean(text) : throw new BrokenRuleException(PlainText.Rule, property.Name);

    private static void HoldTexts(JsonPropertyInfo property, IDictionary<string, string> texts)
    {
        foreach (var (name, text) in texts.ToArray())
        {
            texts.Remove(name);
            if (text is null || !texts.TryAdd(Clean(property, name), Clean(property, text)))
            {
                throw new BrokenRuleException("Each name is given once, and its value is not null.", property.Name);
            }
        }
    }

    private static void HoldItems(JsonPropertyInfo property, IEnumerable items)
    {
        var at = 0;
        foreach (var item in items.Cast<object?>().ToArray())
        {
            if (item is null)
            {
                throw new BrokenRuleException("The value must not be null.", property.Name);
            }

            if (item is string text && items is IList<string> texts)
            {
                texts[at] = Clean(property, text);
            }

            at++;
        }
    }
}

using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Technopark.Portal.Parts.Forms;

/// <summary>Makes the API's requests of what was typed: each property by its own name, blank is absent.</summary>
internal static class FormReader
{
    public static TRequest Read<TRequest>(FormState form, string prefix, Texts texts)
    {
        var node = ObjectOf(typeof(TRequest), form, prefix, texts);
        try
        {
            return form.Errors.Count > 0
                ? default! : JsonSerializer.Deserialize<TRequest>(node, ContractJson.Options)!;
        }
        catch (JsonException e)
        {
            form.Add(prefix + (e.Path is ['$', '.', .. var name] ? name : ""), texts["Form.Unreadable"]);
            return default!;
        }
    }

    /// <summary>The property of a request that a field is about; indices and keys are passed over.</summary>
    public static PropertyInfo? Find(Type request, string name)
    {
        PropertyInfo? found = null;
        foreach (var part in name.Split('.'))
        {
            found = request.GetProperties().FirstOrDefault(property => NameOf(property) == part.Split('[')[0]);
            if (found is null)
            {
                return null;
            }

            var type = found.PropertyType;
            request = ItemOf(type) ?? Nullable.GetUnderlyingType(type) ?? type;
        }

        return found;
    }

    /// <summary>What a thing says in single values, as fields show them.</summary>
    public static Dictionary<string, string> ValuesOf(object thing) => thing.GetType().GetProperties()
        .Select(property => (Name: NameOf(property), Value: property.GetValue(thing) switch
        {
            null => "",
            string text => text,
            Enum word => $"{word}",
            DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        }))
        .Where(one => one.Value is not null)
        .ToDictionary(one => one.Name, one => one.Value!);

    public static string NameOf(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What a list is of; null where it is none.</summary>
    public static Type? ItemOf(Type type) => type.IsGenericType && type.GetGenericArguments() is [var item]
        && type.IsAssignableTo(typeof(System.Collections.IEnumerable)) ? item : null;

    /// <summary>A sum of money: an amount and its currency, whatever the type is called.</summary>
    public static bool IsSum(Type type) => type == typeof(Money)
        || type.GetProperties().Select(NameOf).Where(name => name != "additionalProperties").Order()
            .SequenceEqual(["amount", "currency"]);

    private static JsonObject ObjectOf(Type type, FormState form, string prefix, Texts texts)
    {
        var made = new JsonObject();
        foreach (var property in type.GetProperties())
        {
            var (name, asked) = (NameOf(property), property.PropertyType);
            if (ValueOf(asked, form, prefix + name, texts) is { } value)
            {
                made[name] = value;
            }
            else if (IsRequired(property) && !form.Errors.ContainsKey(prefix + name))
            {
                // Nothing of its type means "not given": the service would be told the first of its values, or null.
                form.Add(prefix + name, texts["Form.Required"]);
            }
        }

        return made;
    }

    private static bool IsRequired(PropertyInfo property) => property.PropertyType.IsValueType
        ? Nullable.GetUnderlyingType(property.PropertyType) is null
        : property.PropertyType == typeof(string)
            && new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull;

    private static JsonNode? ValueOf(Type type, FormState form, string name, Texts texts)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (IsSum(type))
        {
            return form.Text($"{name}.amount").Trim() is { Length: > 0 } amount
                ? SumOf(form, name, amount, texts) : null;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return new JsonObject(form.Names.Where(key => key.StartsWith($"{name}[", StringComparison.Ordinal)
                    && form.Text(key).Trim().Length > 0)
                .Select(key => KeyValuePair.Create(key[(name.Length + 1)..^1], (JsonNode?)form.Text(key))).ToArray());
        }

        if (ItemOf(type) is { } item && type != typeof(string))
        {
            return new JsonArray(item.IsClass && item != typeof(string)
                ? [.. Enumerable.Range(0, form.RowsOf(name))
                    .Select(row => ObjectOf(item, form, $"{name}[{row}].", texts))]
                : [.. form.All(name).SelectMany(text => text.Split(['\n', ',', ';']))
                    .Select(text => text.Trim()).Where(text => text.Length > 0).Select(text => (JsonNode)text)]);
        }

        if (type.IsClass && type != typeof(string))
        {
            var isThere = form.Names.Any(
                key => key.StartsWith($"{name}.", StringComparison.Ordinal) && form.Text(key).Trim().Length > 0);
            return isThere ? ObjectOf(type, form, $"{name}.", texts) : null;
        }

        return type == typeof(bool) ? form.Text(name) == "true"
            : form.Text(name).Trim() is { Length: > 0 } typed ? SimpleOf(type, form, name, typed, texts) : null;
    }

    private static JsonObject? SumOf(FormState form, string name, string amount, Texts texts)
    {
        var currency = form.Text($"{name}.currency").Trim().ToUpperInvariant();
        var sum = new JsonObject
        {
            ["amount"] = Plain(amount),
            ["currency"] = currency.Length > 0 ? currency : Money.Rouble,
        };
        try
        {
            sum.Deserialize<Money>(ContractJson.Options);
            return sum;
        }
        catch (JsonException)
        {
            form.Add(name, texts["Form.Sum"]);
            return null;
        }
    }

    /// <summary>What cannot be read as its type is an error of this field and no value.</summary>
    private static JsonNode? SimpleOf(Type type, FormState form, string name, string typed, Texts texts)
    {
        (bool Read, JsonNode? Node, string Rule) tried = Type.GetTypeCode(type) switch
        {
            _ when type.IsEnum => (Enum.TryParse(type, typed, ignoreCase: true, out _),
                JsonNamingPolicy.CamelCase.ConvertName(typed), "Form.Choose"),
            TypeCode.Int32 or TypeCode.Int64 =>
                (long.TryParse(Plain(typed), CultureInfo.InvariantCulture, out var whole), whole, "Form.Whole"),
            TypeCode.Double or TypeCode.Decimal =>
                (decimal.TryParse(Plain(typed), NumberStyles.Float, CultureInfo.InvariantCulture, out var number),
                    number, "Form.Number"),
            _ when type == typeof(DateOnly) =>
                (DateOnly.TryParseExact(typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
                    typed, "Form.Date"),
            _ when type == typeof(DateTimeOffset) =>
                form.Clock.Instant(typed) is { } at ? (true, at, "") : (false, null, "Form.Instant"),
            _ when type == typeof(Guid) => (Guid.TryParse(typed, out _), typed, "Form.Id"),
            _ => (true, typed, ""),
        };
        if (!tried.Read)
        {
            form.Add(name, texts[tried.Rule]);
        }

        return tried.Read ? tried.Node : null;
    }

    /// <summary>A number as programs write it: people group digits and use a comma.</summary>
    private static string Plain(string typed) => string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign)))
        .Replace(',', '.');
}

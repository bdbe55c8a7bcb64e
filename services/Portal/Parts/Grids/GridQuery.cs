using System.Globalization;

namespace Technopark.Portal.Parts.Grids;

/// <summary>What of a list is wanted: all of it is in the page's address.</summary>
public sealed class GridQuery(HttpRequest request)
{
    public const string CursorName = "cursor";
    public const string ColumnsName = "columns";

    public string? Cursor => Text(CursorName);

    /// <summary>Null where it is not given, or is blank.</summary>
    public string? Text(string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>Null where it is not given; what is no such word is nothing that could be found.</summary>
    public TWord? Word<TWord>(string name)
        where TWord : struct, Enum => Enum.TryParse<TWord>(Text(name), ignoreCase: true, out var word) ? word : null;

    public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

    public DateOnly? Date(string name) => DateOnly.TryParseExact(
        Text(name), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public int? Whole(string name) =>
        int.TryParse(Text(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    public bool? Flag(string name) => bool.TryParse(Text(name), out var flag) ? flag : null;

    /// <summary>The address with these values instead; null takes one away. It begins the list anew.</summary>
    public string With(params (string Name, string? Value)[] values)
    {
        var changed = values.Select(value => value.Name).Append(CursorName).Append("done").ToHashSet();
        var kept = request.Query.Where(one => !changed.Contains(one.Key))
            .Select(one => KeyValuePair.Create(one.Key, (string?)one.Value.ToString()));
        var set = values.Where(value => !string.IsNullOrEmpty(value.Value))
            .Select(value => KeyValuePair.Create(value.Name, value.Value));
        return $"{request.Path}{QueryString.Create(kept.Concat(set))}";
    }
}

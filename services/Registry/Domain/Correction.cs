using System.Text.Json;

namespace Technopark.Registry.Domain;

/// <summary>A correction of a company's record: what it said and what it says since. It is only added to.</summary>
internal sealed class Correction
{
    public Guid Id { get; private init; }

    public Guid CompanyId { get; private init; }

    public DateTimeOffset CorrectedAt { get; private init; }

    /// <summary>The person who corrected it.</summary>
    public Guid CorrectedBy { get; private init; }

    public string? Reason { get; private init; }

    public List<CorrectedField> Fields { get; private init; } = [];

    /// <summary>The difference between two states of a record; null where there is none.</summary>
    public static Correction? Between(
        CompanyDetails before, CompanyDetails after, Company company, (Guid By, string? Reason, DateTimeOffset At) who)
    {
        var fields = FieldsOf(before).Zip(FieldsOf(after), (was, now) => new CorrectedField
        {
            Field = was.Name,
            Before = was.Value,
            After = now.Value,
        });
        List<CorrectedField> changed = [.. fields.Where(field => field.Before != field.After)];
        return changed.Count == 0 ? null : new Correction
        {
            Id = Guid.CreateVersion7(who.At),
            CompanyId = company.Id,
            CorrectedAt = who.At,
            CorrectedBy = who.By,
            Reason = who.Reason,
            Fields = changed,
        };
    }

    /// <summary>What was corrected stays; what it said in words and numbers goes.</summary>
    public void EraseWords()
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            Fields[i] = Fields[i].Field is "name" or "inn" or "ogrn" or "kpp" ? Fields[i].WithoutWords() : Fields[i];
        }
    }

    private static (string Name, string? Value)[] FieldsOf(CompanyDetails details) =>
    [
        ("name", details.Name), ("kind", JsonNamingPolicy.CamelCase.ConvertName(details.Kind.ToString())),
        ("inn", details.Inn), ("ogrn", details.Ogrn), ("kpp", details.Kpp), ("okvedMain", details.OkvedMain),
        ("region", details.Region), ("registeredOn", details.RegisteredOn?.ToString("O", null)),
    ];
}

/// <summary>A field of a record that was wrong; null where nothing stood or stands.</summary>
internal sealed class CorrectedField
{
    /// <summary>As requests call it.</summary>
    public required string Field { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    public CorrectedField WithoutWords() => new()
    {
        Field = Field,
        Before = Before is null ? null : EventWords.Erased,
        After = After is null ? null : EventWords.Erased,
    };
}

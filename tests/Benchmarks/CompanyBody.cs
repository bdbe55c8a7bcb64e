namespace Technopark.Benchmarks;

/// <summary>A company as clients register it, with valid identifiers, each another.</summary>
internal static class CompanyBody
{
    public static object Next() => new
    {
        name = "Северная сварка",
        kind = "ooo",
        inn = Numbers.Inn(),
        ogrn = Numbers.Ogrn(),
        kpp = "780101001",
        okvedMain = "62.01",
        region = "78",
        registeredOn = "2020-02-03",
        founders = new[]
        {
            new { name = "Анна Первая", role = "CEO", sharePercent = "60" },
            new { name = "Иван Второй", role = "CTO", sharePercent = "40" },
        },
    };
}

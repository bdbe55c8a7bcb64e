namespace Technopark.Registry.Domain;

/// <summary>Russian identifiers of companies and their check digits.</summary>
internal static class Identifiers
{
    private static readonly int[] Weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>INN of a legal entity: 10 digits, the last one checks.</summary>
    public static bool IsInnOfEntity(string inn) => IsDigits(inn, 10) && CheckDigit(inn, 9) == inn[9] - '0';

    /// <summary>INN of a person: 12 digits, the last two check.</summary>
    public static bool IsInnOfPerson(string inn) =>
        IsDigits(inn, 12) && CheckDigit(inn, 10) == inn[10] - '0' && CheckDigit(inn, 11) == inn[11] - '0';

    /// <summary>OGRN of a legal entity: 13 digits, the last is the rest of the first 12 by 11.</summary>
    public static bool IsOgrn(string ogrn) => IsDigits(ogrn, 13) && RestChecks(ogrn, 11);

    /// <summary>OGRNIP of a sole trader: 15 digits, the last is the rest of the first 14 by 13.</summary>
    public static bool IsOgrnip(string ogrnip) => IsDigits(ogrnip, 15) && RestChecks(ogrnip, 13);

    /// <summary>The weights of a check digit over n digits are the last n of the list.</summary>
    private static int CheckDigit(string digits, int over)
    {
        var sum = 0;
        for (var i = 0; i < over; i++)
        {
            sum += (digits[i] - '0') * Weights[Weights.Length - over + i];
        }

        return sum % 11 % 10;
    }

    private static bool RestChecks(string digits, int modulus) =>
        long.Parse(digits.AsSpan(0, digits.Length - 1), provider: null) % modulus % 10 == digits[^1] - '0';

    /// <summary>All zeros passes the arithmetic and is nobody's number.</summary>
    private static bool IsDigits(string text, int length) =>
        text.Length == length && text.All(char.IsAsciiDigit) && text.Any(digit => digit != '0');
}

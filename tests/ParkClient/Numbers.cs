namespace Technopark.ParkClient;

/// <summary>Valid identifiers of fictional companies.</summary>
public static class Numbers
{
    private static readonly int[] InnWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];

    /// <summary>An INN of a legal entity with a right check digit.</summary>
    public static string Inn(Random? random = null)
    {
        var digits = Digits(random ?? Random.Shared, 9, first: 7);
        var check = digits.Zip(InnWeights, (digit, weight) => digit * weight).Sum() % 11 % 10;
        return string.Concat(digits) + check;
    }

    /// <summary>An OGRN with a right check digit.</summary>
    public static string Ogrn(Random? random = null)
    {
        var number = string.Concat(Digits(random ?? Random.Shared, 12, first: 1));
        return number + (long.Parse(number, provider: null) % 11 % 10);
    }

    /// <summary>An INN of a person with right check digits.</summary>
    public static string PersonsInn()
    {
        var digits = Digits(Random.Shared, 10, first: 7);
        var first = Check(digits, InnWeights.Prepend(7));
        return string.Concat(digits) + first + Check([.. digits, first], InnWeights.Prepend(7).Prepend(3));

        static int Check(int[] digits, IEnumerable<int> weights) =>
            digits.Zip(weights, (digit, weight) => digit * weight).Sum() % 11 % 10;
    }

    /// <summary>An OGRNIP with a right check digit.</summary>
    public static string Ogrnip()
    {
        var number = string.Concat(Digits(Random.Shared, 14, first: 3));
        return number + (long.Parse(number, provider: null) % 13 % 10);
    }

    private static int[] Digits(Random random, int count, int first) =>
        [first, .. Enumerable.Range(1, count - 1).Select(_ => random.Next(10))];
}

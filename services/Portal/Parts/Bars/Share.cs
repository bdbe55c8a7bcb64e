namespace Technopark.Portal.Parts.Bars;

/// <summary>A part of a whole: shown as a bar with its percentage.</summary>
/// <param name="Longest">The part whose bar is as long as there is room.</param>
public sealed record Share(decimal Of, decimal Whole, decimal Longest)
{
    public decimal Fraction => Ratio(Of, Whole);

    public decimal Length => Ratio(Of, Longest);

    /// <summary>Nothing of nothing is nothing.</summary>
    public static decimal Ratio(decimal part, decimal whole) => whole == 0 ? 0 : part / whole;
}

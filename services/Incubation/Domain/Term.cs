namespace Technopark.Incubation.Domain;

/// <summary>A company's months in a programme, all its residencies together, are its term at most.</summary>
internal static class Term
{
    /// <summary>The day on which the months left are over.</summary>
    /// <exception cref="DomainException">409 termUsed: no month is left.</exception>
    public static DateOnly EndOf(DateOnly start, int termMonths, IEnumerable<Residency> earlier)
    {
        var left = termMonths - earlier.Sum(MonthsOf);
        return left > 0
            ? start.AddMonths(left)
            : throw new DomainException(
                Refusal.Conflict, "termUsed",
                $"The company has spent the {termMonths} months of the programme's term in it already.");
    }

    /// <summary>Months begun count in full.</summary>
    private static int MonthsOf(Residency residency)
    {
        if (residency is not { StartedOn: { } start } || (residency.GraduatedOn ?? residency.EndedOn) is not { } end)
        {
            return 0;
        }

        var months = ((end.Year - start.Year) * 12) + end.Month - start.Month;
        return start.AddMonths(months) < end ? months + 1 : months;
    }
}

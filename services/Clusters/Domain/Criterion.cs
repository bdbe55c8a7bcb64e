namespace Technopark.Clusters.Domain;

/// <summary>One thing that an active cluster needs.</summary>
/// <param name="Code">Short name in camelCase.</param>
/// <param name="Required">At least so many.</param>
/// <param name="Actual">So many there are.</param>
internal sealed record Criterion(string Code, decimal Required, decimal Actual, ProblemText Wanted)
{
    private static readonly RussianProblems Texts = RussianProblems.Of(typeof(Criterion).Assembly);

    public bool Met => Actual >= Required;

    public string English => Wanted.ToString();

    public string Russian => Wanted.InRussian(Texts);

    /// <summary>What is required and what there is.</summary>
    public ProblemText Rule => $"{Wanted}; now: {Actual:0.##}";
}

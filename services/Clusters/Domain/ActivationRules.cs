namespace Technopark.Clusters.Domain;

/// <summary>
/// What an initiative must have to become an active cluster. The defaults are those of the European Cluster
/// Collaboration Platform; an operator sets others in the section <c>Activation</c>.
/// </summary>
internal sealed class ActivationRules
{
    /// <summary>Committed members.</summary>
    [Range(0, 1000)]
    public int Members { get; init; } = 15;

    /// <summary>Different types among them.</summary>
    [Range(0, 6)]
    public int MemberTypes { get; init; } = 2;

    /// <summary>Full-time equivalents of management.</summary>
    [Range(typeof(decimal), "0", "1000", ParseLimitsInInvariantCulture = true)]
    public decimal Fte { get; init; } = 0.5m;

    /// <summary>Public bodies among the members.</summary>
    [Range(0, 1000)]
    public int PublicBodies { get; init; } = 1;

    /// <summary>Websites: 1, or 0 where none is needed.</summary>
    [Range(0, 1)]
    public int Websites { get; init; } = 1;

    /// <summary>Every criterion, as the initiative stands now.</summary>
    public Criterion[] CriteriaOf(Initiative initiative) =>
    [
        new("members", Members, initiative.Members, $"At least {Members} committed members"),
        new("memberTypes", MemberTypes, initiative.Committed.Count(type => type.Value > 0),
            $"Members of at least {MemberTypes} types"),
        new("fte", Fte, initiative.Fte, $"At least {Fte:0.##} full-time equivalents of management"),
        new("publicBody", PublicBodies, initiative.Committed.GetValueOrDefault(MemberType.Public),
            "A public body among the committed members"),
        new("website", Websites, initiative.Website is null ? 0 : 1, "A website"),
    ];

    /// <exception cref="DomainException">409 criteriaUnmet.</exception>
    public void RequireMet(Initiative initiative)
    {
        var unmet = CriteriaOf(initiative).Where(criterion => !criterion.Met).ToArray();
        if (unmet.Length > 0)
        {
            var codes = string.Join(", ", unmet.Select(criterion => criterion.Code));
            throw new DomainException(
                Refusal.Conflict, "criteriaUnmet",
                $"Criteria of activation that are not met: {codes}.",
                unmet.ToDictionary(criterion => criterion.Code, criterion => (ProblemText[])[criterion.Rule]));
        }
    }
}

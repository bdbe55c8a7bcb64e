using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Technopark.Contracts.Clusters;
using Technopark.ServiceDefaults;

namespace Technopark.Clusters.Domain;

/// <summary>
/// What an initiative must have to become an active cluster. The defaults are those of the European Cluster Collaboration Platform;
/// an operator sets others in the section <c>Activation</c>.
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
        new("members", Members, initiative.Members,
            $"At least {Members} committed members", $"Подтверждённых участников не меньше: {Members}"),
        new("memberTypes", MemberTypes, initiative.Committed.Count(type => type.Value > 0),
            $"Members of at least {MemberTypes} types", $"Типов участников не меньше: {MemberTypes}"),
        new("fte", Fte, initiative.Fte,
            $"At least {English(Fte)} full-time equivalents of management", $"Управляющая команда, ставок не меньше: {Russian(Fte)}"),
        new("publicBody", PublicBodies, initiative.Committed.GetValueOrDefault(MemberType.Public),
            "A public body among the committed members", "Орган власти среди подтверждённых участников"),
        new("website", Websites, initiative.Website is null ? 0 : 1, "A website", "Сайт"),
    ];

    /// <exception cref="ProblemException">409 criteriaUnmet.</exception>
    public void RequireMet(Initiative initiative)
    {
        var unmet = CriteriaOf(initiative).Where(criterion => !criterion.Met).ToArray();
        if (unmet.Length > 0)
        {
            throw new ProblemException(
                ProblemKind.Conflict, "criteriaUnmet",
                $"Criteria of activation that are not met: {string.Join(", ", unmet.Select(criterion => criterion.Code))}. / "
                + "Критерии активации выполнены не все.",
                unmet.ToDictionary(criterion => criterion.Code, criterion => new[]
                {
                    $"{criterion.English}; now: {English(criterion.Actual)}", $"{criterion.Russian}; сейчас: {Russian(criterion.Actual)}",
                }));
        }
    }

    private static string English(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Russian(decimal number) => English(number).Replace('.', ',');
}

/// <summary>One thing that an active cluster needs.</summary>
/// <param name="Code">Short name in camelCase.</param>
/// <param name="Required">At least so many.</param>
/// <param name="Actual">So many there are.</param>
internal sealed record Criterion(string Code, decimal Required, decimal Actual, string English, string Russian)
{
    public bool Met => Actual >= Required;
}

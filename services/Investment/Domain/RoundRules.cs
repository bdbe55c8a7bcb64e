namespace Technopark.Investment.Domain;

/// <summary>What bounds a round where nobody says. An operator sets others in the section <c>Rounds</c>.</summary>
internal sealed class RoundRules
{
    /// <summary>The hard cap of a round planned without one, in targets.</summary>
    [Range(typeof(decimal), "1", "100", ParseLimitsInInvariantCulture = true)]
    public decimal TargetsInHardCap { get; init; } = 2;

    /// <summary>The most that is taken in a round with this target.</summary>
    public Money HardCapOf(Money target)
    {
        var cap = target.Amount * TargetsInHardCap;
        return target with { Amount = cap < Money.Limit ? cap : target.Amount };
    }
}

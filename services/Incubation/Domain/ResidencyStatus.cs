namespace Technopark.Incubation.Domain;

/// <summary>Where a residency stands.</summary>
internal enum ResidencyStatus
{
    Offered,
    Signed,
    Active,
    GraduationProposed,
    Graduated,
    Terminated,
    Expired,
    Withdrawn,
}

internal static class ResidencyStates
{
    /// <summary>States in which a resident holds a seat.</summary>
    public static readonly ResidencyStatus[] Running = [ResidencyStatus.Active, ResidencyStatus.GraduationProposed];

    /// <summary>States in which what was signed holds.</summary>
    public static readonly ResidencyStatus[] Standing =
        [ResidencyStatus.Signed, .. Running, ResidencyStatus.Graduated];

    /// <summary>States from which a residency can still end.</summary>
    public static readonly ResidencyStatus[] Open = [ResidencyStatus.Offered, ResidencyStatus.Signed, .. Running];

    /// <summary>How it ends, the end says; listed is from where it may.</summary>
    public static readonly StateMachine<ResidencyStatus> Machine = new StateMachine<ResidencyStatus>()
        .Allow("sign", ResidencyStatus.Signed, ResidencyStatus.Offered)
        .Allow("start", ResidencyStatus.Active, ResidencyStatus.Signed)
        .Allow("proposeGraduation", ResidencyStatus.GraduationProposed, ResidencyStatus.Active)
        .Allow("graduate", ResidencyStatus.Graduated, ResidencyStatus.GraduationProposed)
        .Allow("end", ResidencyStatus.Terminated, Open);
}

namespace Technopark.ServiceKit.Domain;

/// <summary>Why the domain refuses what it is asked to do.</summary>
public enum Refusal
{
    /// <summary>A value breaks a rule.</summary>
    Invalid,

    /// <summary>Somebody else may do it, not the caller.</summary>
    Forbidden,

    /// <summary>The present state does not allow it.</summary>
    Conflict,
}

/// <summary>A business rule refuses something. What a client is told, over HTTP or gRPC, the edge decides.</summary>
/// <param name="code">Short name of the rule in camelCase.</param>
/// <param name="detail">What happened and what to do, for a person.</param>
/// <param name="errors">Rules broken, by field in camelCase.</param>
public sealed class DomainException(
    Refusal refusal, string code, ProblemText detail, IReadOnlyDictionary<string, ProblemText[]>? errors = null)
    : Exception(detail.ToString())
{
    public Refusal Refusal { get; } = refusal;

    public string Code { get; } = code;

    public ProblemText Detail { get; } = detail;

    public IReadOnlyDictionary<string, ProblemText[]>? Errors { get; } = errors;

    /// <summary>A value breaks the rule of its field.</summary>
    public static DomainException Field(string field, ProblemText rule) => new(
        Refusal.Invalid, "invalid", $"{field}: {rule}",
        new Dictionary<string, ProblemText[]> { [field] = [rule] });

    /// <summary>A refusal that names the field which it comes from.</summary>
    public static DomainException Field(Refusal refusal, string code, string field, ProblemText rule) =>
        new(refusal, code, rule, new Dictionary<string, ProblemText[]> { [field] = [rule] });
}

namespace Technopark.ServiceDefaults;

/// <summary>What kind of refusal a <see cref="ProblemException"/> is; each kind is one HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>400: the request's shape breaks a rule.</summary>
    Invalid = 400,

    /// <summary>403: the caller may know of the thing but not do this.</summary>
    Forbidden = 403,

    /// <summary>404: there is no such thing, or none that the caller may know of.</summary>
    NotFound = 404,

    /// <summary>409: the thing's state does not allow it.</summary>
    Conflict = 409,

    /// <summary>412: the thing has changed since the caller read it.</summary>
    PreconditionFailed = 412,

    /// <summary>422: the request is well formed and means something else than before.</summary>
    Unprocessable = 422,

    /// <summary>428: the caller must say which state it starts from.</summary>
    PreconditionRequired = 428,

    /// <summary>503: not now; the answer carries Retry-After.</summary>
    Unavailable = 503,
}

/// <summary>A refusal that the caller is told: mapped once to an HTTP problem and once to a gRPC status.</summary>
/// <param name="code">Short name in camelCase; <c>urn:technopark:problem:</c> before it is the type.</param>
/// <param name="detail">What happened and what to do, for a person.</param>
/// <param name="errors">Rules broken, by field in camelCase.</param>
public sealed class ProblemException(
    ProblemKind kind, string code, ProblemText detail, IReadOnlyDictionary<string, ProblemText[]>? errors = null)
    : Exception(detail.ToString())
{
    public ProblemKind Kind { get; } = kind;

    public string Code { get; } = code;

    public ProblemText Detail { get; } = detail;

    public IReadOnlyDictionary<string, ProblemText[]>? Errors { get; } = errors;

    /// <summary>A 400 about one field.</summary>
    public static ProblemException Field(string field, ProblemText rule) => new(
        ProblemKind.Invalid, "invalid", $"{field}: {rule}",
        new Dictionary<string, ProblemText[]> { [field] = [rule] });

    /// <summary>A refusal that names the field which it comes from.</summary>
    public static ProblemException Field(ProblemKind kind, string code, string field, ProblemText rule) =>
        new(kind, code, rule, new Dictionary<string, ProblemText[]> { [field] = [rule] });

    /// <summary>A 503: the same request may go through later.</summary>
    public static ProblemException Unavailable(ProblemText detail) =>
        new(ProblemKind.Unavailable, "unavailable", detail);
}

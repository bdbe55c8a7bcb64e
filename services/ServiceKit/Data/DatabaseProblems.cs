using Npgsql;

namespace Technopark.ServiceKit.Data;

/// <summary>What the database refuses, in the words of the API. A centre lists its constraints by name.</summary>
/// <param name="Constraint">Name of a unique or exclusion constraint.</param>
/// <param name="Code">Code of the 409 problem.</param>
public sealed record ConstraintProblem(string Constraint, string Code, ProblemText Detail);

/// <summary>Turns what EF Core and Npgsql throw into a <see cref="ProblemException"/>.</summary>
internal sealed class DatabaseProblems(IEnumerable<ConstraintProblem> constraints)
{
    private readonly Dictionary<string, ConstraintProblem> _byName =
        constraints.ToDictionary(problem => problem.Constraint);

    /// <summary>
    /// True where connecting fails or the connection breaks: whatever is asked, the answer is the same until that is
    /// over. A statement that was slow, or met another, is none of it.
    /// </summary>
    public static bool IsAway(Exception e) => e switch
    {
        _ when ConnectionFailures.Include(e) => true,
        PostgresException refused => refused.SqlState is "57P01" or "57P02" or "57P03" or "53300"
            || refused.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: IOException or System.Net.Sockets.SocketException } => true,
        { InnerException: { } inner } => IsAway(inner),
        _ => false,
    };

    /// <summary>True where the same call may go through later: away, busy, or two changes met.</summary>
    public static bool IsPassing(Exception e) => IsAway(e) || e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
        NpgsqlException { IsTransient: true } => true,
        { InnerException: { } inner } => IsPassing(inner),
        _ => false,
    };

    /// <summary>True where two changes met and the server undid this one for the other's sake.</summary>
    public static bool HasMet(Exception e) => e switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.SerializationFailure
            or PostgresErrorCodes.DeadlockDetected,
        { InnerException: { } inner } => HasMet(inner),
        _ => false,
    };

    public static ProblemException Stale() => new(
        ProblemKind.PreconditionFailed, "stale",
        "It was changed meanwhile: read it again and repeat with its new ETag.");

    public ProblemException? Translate(Exception e) => e switch
    {
        DbUpdateConcurrencyException => Stale(),
        DbUpdateException { InnerException: PostgresException refused }
            when refused.ConstraintName is { } name && _byName.TryGetValue(name, out var problem) =>
            new ProblemException(ProblemKind.Conflict, problem.Code, problem.Detail),
        _ when HasMet(e) => ProblemException.Unavailable("Two changes met; nothing was changed."),
        _ when IsAway(e) => ProblemException.Unavailable(
            "The database is away for a moment; repeat with the same Idempotency-Key."),
        _ when IsPassing(e) => ProblemException.Unavailable(
            "The database could not do it in time; repeat with the same Idempotency-Key."),
        _ => null,
    };
}

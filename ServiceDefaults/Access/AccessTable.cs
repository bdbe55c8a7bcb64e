using System.Collections;
using System.Security.Claims;

namespace Technopark.ServiceDefaults;

/// <summary>Who may do one thing.</summary>
/// <param name="Operation">Name of the endpoint, its operationId.</param>
/// <param name="All">Roles that see every thing of it.</param>
/// <param name="Own">Roles that see what is theirs; of the rest they do not learn that it exists.</param>
/// <param name="Open">Roles that see what is open to others, whosever it is.</param>
public sealed record AccessRow(string Operation, Roles All, Roles Own, Roles Open)
{
    /// <summary>True where nobody has to sign in.</summary>
    public bool IsOpen => All.HasFlag(Roles.Anonymous);

    /// <summary>The caller with what the row gives them; null where it gives nothing.</summary>
    public Caller? Admit(ClaimsPrincipal user) => Admit(RoleNames.Of(user), IdOf(user));

    /// <inheritdoc cref="Admit(ClaimsPrincipal)"/>
    public Caller? Admit(Roles roles, Guid id) => IsOpen || (roles & (All | Own | Open)) != 0
        ? new Caller(id, IsOpen || (roles & All) != 0, roles & Own, (roles & Open) != 0) : null;

    /// <summary>Whose a token is; <see cref="Guid.Empty"/> where it says nobody.</summary>
    public static Guid IdOf(ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirst("sub")?.Value, out var subject) ? subject : Guid.Empty;
}

/// <summary>Who may do what in one service: a row for each endpoint, and no endpoint without a row.</summary>
public sealed class AccessTable : IEnumerable<AccessRow>
{
    private readonly Dictionary<string, AccessRow> _rows = [];

    public void Add(string operation, Roles all, Roles own = Roles.None, Roles open = Roles.None) =>
        _rows.Add(operation, new AccessRow(operation, all, own, open));

    /// <exception cref="InvalidOperationException">There is none: the endpoint must not be served.</exception>
    public AccessRow RowOf(string? operation) => operation is not null && _rows.TryGetValue(operation, out var row)
        ? row
        : throw new InvalidOperationException(
            $"Nobody has said who may use the endpoint '{operation}': add a row to the access table.");

    public IEnumerator<AccessRow> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

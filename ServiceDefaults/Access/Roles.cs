using System.Collections.Frozen;
using System.Security.Claims;

namespace Technopark.ServiceDefaults;

/// <summary>What people come to the park for; the names in tokens are these in lower case.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Reads everything and changes nothing.</summary>
    Director = 1,

    /// <summary>Runs the registry and the programmes.</summary>
    Manager = 2,

    /// <summary>Reviews the applications assigned to them.</summary>
    Expert = 4,

    /// <summary>Acts for companies of their own.</summary>
    Founder = 8,

    /// <summary>Commits money and pays it in.</summary>
    Investor = 16,

    /// <summary>Runs cluster initiatives.</summary>
    Coordinator = 32,

    /// <summary>University, corporation or state body: publishes offers and requests.</summary>
    Partner = 64,

    /// <summary>Holds hours with founders.</summary>
    Mentor = 128,

    /// <summary>Keeps the system running.</summary>
    Operator = 256,

    /// <summary>Everybody who has signed in.</summary>
    Authenticated = Director | Manager | Expert | Founder | Investor | Coordinator | Partner | Mentor | Operator,

    /// <summary>Nobody has to sign in.</summary>
    Anonymous = 512,
}

/// <summary>Roles as tokens name them.</summary>
public static class RoleNames
{
    /// <summary>Type of the claim, once for each role.</summary>
    public const string Claim = "role";

    /// <summary>Every role that a person can have.</summary>
    public static IReadOnlyList<Roles> All { get; } =
        [.. Enum.GetValues<Roles>().Where(role => role is not (Roles.None or Roles.Authenticated or Roles.Anonymous))];

    private static readonly FrozenDictionary<string, Roles> ByName = All.ToFrozenDictionary(NameOf);

    /// <summary>The name in tokens: <c>founder</c>.</summary>
    public static string NameOf(Roles role) => role.ToString().ToLowerInvariant();

    /// <summary>The single roles in a set of them.</summary>
    public static IEnumerable<Roles> In(Roles roles) => All.Where(role => roles.HasFlag(role));

    /// <summary>The role with this name; <see cref="Roles.None"/> where there is none.</summary>
    public static Roles Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>What a token says its bearer is; names that the park does not know count for nothing.</summary>
    public static Roles Of(ClaimsPrincipal user) =>
        user.FindAll(Claim).Aggregate(Roles.None, (roles, claim) => roles | Find(claim.Value));
}

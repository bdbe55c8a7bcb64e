using System.Security.Claims;
using OpenIddict.Abstractions;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>
/// A token for anybody in any role, for trying the API: asked for with the park's own development secret, by the
/// script, the demo and the tests. Outside development the server does not know the grant at all.
/// </summary>
internal sealed class DevelopmentGrant(IdentityDb db, Sessions sessions, IHttpContextAccessor http, TimeProvider clock)
{
    public const string Client = "development";
    public const string GrantType = "urn:technopark:grant:development";

    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(12);

    /// <summary>Null where a role is not known.</summary>
    public async Task<ClaimsPrincipal?> AnswerAsync(OpenIddictRequest request, CancellationToken ct)
    {
        var roles = $"{request["role"]}".Split(',').Select(RoleNames.Find).ToArray();
        if (roles.Contains(Roles.None))
        {
            return null;
        }

        var named = $"{request["user"]}" is { Length: > 0 } user ? user : $"{request["role"]}";
        var (person, session) = await db.TransactAsync(
            async () =>
            {
                // Two who ask for one name at once must not both make that person.
                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext({named}))", ct);
                var taken = await TakeAsync(named, roles.Aggregate(Roles.None, (all, role) => all | role), ct);
                var begun = await sessions.BeginAsync(taken.Id, http.HttpContext!, ct);
                await db.SaveChangesAsync(ct);
                return (taken, begun);
            },
            ct);
        var principal = PrincipalFactory.Of(person, session.Id, [JwtAuthentication.People]);
        return principal.SetAccessTokenLifetime(GoodFor);
    }

    private async Task<Person> TakeAsync(string name, Roles roles, CancellationToken ct)
    {
        var mail = $"{name}@development.invalid";
        var upper = mail.ToUpperInvariant();
        var known = await db.Accounts.Where(account => account.NormalizedEmail == upper)
            .Join(db.People, account => account.Id, person => person.Id, (_, person) => person).FirstOrDefaultAsync(ct);
        if (known is not null)
        {
            if ((known.AllRoles & roles) != roles)
            {
                known.GrantRoles(roles);
            }

            return known;
        }

        var person = Person.Create(name, "ru", roles, clock.GetUtcNow());
        db.Add(person);
        db.Add(new Account
        {
            Id = person.Id,
            UserName = mail,
            NormalizedUserName = upper,
            Email = mail,
            NormalizedEmail = upper,
            EmailConfirmed = true,
            SecurityStamp = person.Id.ToString("N"),
        });
        return person;
    }
}

using System.Text.RegularExpressions;

namespace Technopark.Identity.Administration;

internal static partial class ReadPeople
{
    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("/{id:guid}", OneAsync).WithName("GetPerson").WithSummary("A person of the park");
        people.MapGet("", ListAsync).WithName("ListPeople").WithSummary("People of the park, newest first")
            .WithDescription("With 'q' those whose name or mail address has all of its words, whatever their case.");
    }

    /// <summary>Whoever has not been erased.</summary>
    public static IQueryable<Person> Known(this IQueryable<Person> people) =>
        people.Where(person => person.ErasedAt == null);

    private static async Task<OkWithETag<PersonView>> OneAsync(
        Guid id, Caller caller, IdentityDb db, PersonFacts facts, CancellationToken ct)
    {
        var person = await db.AdmitAsync(
            await db.People.AsNoTracking().Known().FindOr404Async(id, ct), isNew: false, ct);
        var known = await facts.ReadAsync(id, ct);
        return OkWithETag.Of(person, shown => PersonView.Of(shown, known, caller));
    }

    private static async Task<Page<PersonSummary>> ListAsync(
        string? q, string? role, bool? blocked, [AsParameters] Paging paging, IdentityDb db, PersonFacts facts,
        CancellationToken ct)
    {
        var page = await Found(db, WordsOf(q), (int)RoleOf(role), blocked).AsNoTracking().PageAsync(
            paging, new { q, role, blocked }, person => person.CreatedAt, person => person.Id, descending: true,
            person => person, ct);
        var known = await facts.ReadAsync([.. page.Items.Select(person => person.Id)], ct);
        return new Page<PersonSummary>(
            [.. page.Items.Select(person => (Person: person, Facts: known[person.Id].FirstOrDefault())).Select(
                row => new PersonSummary(
                    row.Person.Id, row.Person.Name, row.Facts.Mail, PersonView.Names(row.Person.AllRoles),
                    row.Person.CreatedAt, row.Facts.LastSignInAt, row.Person.BlockedAt))],
            page.Next);
    }

    /// <summary>In SQL: name and address stand in two tables and are compared in lower case, with е for ё.</summary>
    private static IQueryable<Person> Found(IdentityDb db, string[] words, int role, bool? blocked) =>
        db.People.FromSql(
            $"""
            select p.*, p.xmin from people p left join accounts a on a.id = p.id
            where p.erased_at is null
                and translate(lower(concat_ws(' ', p.name, a.email)), 'ё', 'е') like all ({words})
                and ({role} = 0 or (p.roles | p.provided_roles) & {role} <> 0)
                and ({blocked}::boolean is null or (p.blocked_at is not null) = {blocked}::boolean)
            """);

    private static string[] WordsOf(string? q) =>
    [
        .. (q ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(
            word => $"%{Wildcard().Replace(word.ToLowerInvariant().Replace('ё', 'е'), @"\$0")}%"),
    ];

    private static Roles RoleOf(string? name) => name is null ? Roles.None
        : RoleNames.Find(name) is var role and not Roles.None ? role
        : throw ProblemException.Field(
            "role", $"Roles are {string.Join(", ", RoleNames.All.Select(RoleNames.NameOf))}.");

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Wildcard();
}

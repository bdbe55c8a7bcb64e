using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.People;

internal static class ReadMe
{
    /// <summary>The person who asks.</summary>
    internal sealed record MeView(Guid Id, string Name, string Language, string[] Roles);

    public static void Map(RouteGroupBuilder me) => me.MapGet("", HandleAsync)
        .WithName("GetMe").WithSummary("Who I am here");

    private static async Task<Ok<MeView>> HandleAsync(Caller caller, IdentityDb db, CancellationToken ct)
    {
        var person = await db.ReadOr404Async<Person>(caller.Id, ct);
        return TypedResults.Ok(new MeView(
            person.Id, person.Name, person.Language, [.. RoleNames.In(person.AllRoles).Select(RoleNames.NameOf)]));
    }
}

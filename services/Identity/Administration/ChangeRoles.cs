using Technopark.Identity.Registration;

namespace Technopark.Identity.Administration;

internal static class ChangeRoles
{
    /// <param name="Roles">All that the park gives the person from here on: <c>expert</c>, <c>mentor</c>.</param>
    public sealed record Request([property: Required, MaxLength(9)] IReadOnlyList<string> Roles);

    public static void Map(RouteGroupBuilder people) => people.MapPost("/{id:guid}/roles", HandleAsync)
        .WithName(nameof(ChangeRoles)).WithSummary("Say which roles the park gives a person")
        .WithDescription(
            "The whole set; roles of the provider stay beside it, they are changed there. Nobody changes their own, "
            + "and the last operator stays one. A role that is taken away counts until the access token runs out.");

    private static Task<OkWithETag<PersonView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, PeopleAccess people, CancellationToken ct)
    {
        var roles = body.Roles.Count == 0 ? Roles.None : InvitePerson.RolesIn(body.Roles);
        return people.ChangeAsync(
            id, ifMatch,
            person =>
            {
                person.ChangeRoles(roles);
                return Task.CompletedTask;
            },
            ct);
    }
}

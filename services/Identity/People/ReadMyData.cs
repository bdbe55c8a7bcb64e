using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.People;

internal static class ReadMyData
{
    public static void Map(RouteGroupBuilder me) => me.MapGet("/data", HandleAsync)
        .WithName("GetMyData")
        .WithSummary("A copy of all that the park keeps about me")
        .Produces(StatusCodes.Status200OK, contentType: PersonalArchive.MediaType);

    private static async Task<FileContentHttpResult> HandleAsync(
        Caller caller, PersonalArchive archive, CancellationToken ct) =>
        TypedResults.File(await archive.OfAsync(caller.Id, ct), PersonalArchive.MediaType, archive.Name);
}

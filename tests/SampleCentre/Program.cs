using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Technopark.Contracts.Orchard;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Data;
using Technopark.ServiceKit.Domain;
using Technopark.ServiceKit.Hosting;
using Technopark.ServiceKit.Http;

var builder = CentreHost.CreateBuilder<OrchardDb>(args, "orchard");
builder.Services.AddValidation();
var app = builder.Build();
if (args.Contains("--migrate"))
{
    // A sample has no history: its tables are made from the model.
    await using var scope = app.Services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<OrchardDb>().Database.EnsureCreatedAsync();
}

var access = new AccessTable { { "PlantTree", Roles.Manager }, { "GetTree", Roles.Manager } };
return await app.RunCentreAsync(args, access, PlantTree.Map);

internal static class PlantTree
{
    public sealed record Request([property: Required, StringLength(40, MinimumLength = 1)] string Sort);

    internal sealed record TreeView(Guid Id, string Sort)
    {
        public static TreeView Of(Tree tree) => new(tree.Id, tree.Sort);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/trees", HandleAsync).WithName(nameof(PlantTree)).WithIdempotency();
        api.MapGet("/trees/{id:guid}", OneAsync).WithName("GetTree");
    }

    private static Task<CreatedWithETag<TreeView>> HandleAsync(
        Request body, OrchardDb db, TimeProvider clock, CancellationToken ct) =>
        db.CreateAsync(Tree.Plant(body.Sort, clock.GetUtcNow()), "trees", TreeView.Of, ct);

    private static async Task<OkWithETag<TreeView>> OneAsync(Guid id, OrchardDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Tree>(id, ct), TreeView.Of);
}

/// <summary>What this centre is about.</summary>
internal sealed class Tree : AggregateRoot
{
    public required string Sort { get; init; }

    public static Tree Plant(string sort, DateTimeOffset now)
    {
        var tree = new Tree { Id = Guid.CreateVersion7(now), CreatedAt = now, Sort = sort };
        tree.Raise(new TreePlanted(tree.Id, sort));
        return tree;
    }
}

internal sealed class OrchardDb(DbContextOptions<OrchardDb> options) : CentreDb(options)
{
    public DbSet<Tree> Trees => Set<Tree>();
}

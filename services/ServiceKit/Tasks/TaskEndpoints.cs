using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Tasks;

/// <summary>What waits for the caller, in the same shape from every centre.</summary>
internal static class TaskEndpoints
{
    /// <summary>Maps them after all that the rules name.</summary>
    public static void MapTasks(this RouteGroupBuilder api, IEndpointRouteBuilder app, IReadOnlyList<TaskRule> rules)
    {
        if (rules.Count == 0)
        {
            return;
        }

        var tasks = new TaskList(
            rules, [.. app.DataSources.SelectMany(source => source.Endpoints)], app.ServiceProvider);
        var group = api.MapGroup("/tasks").WithTag("Tasks", Texts.InBoth("What waits for people here."));
        group.MapGet("", (HttpContext http, [AsParameters] Paging paging, CancellationToken ct) =>
            tasks.PageAsync(http, paging, ct))
            .WithName("ListTasks").WithSummary(Texts.InBoth("What waits for the caller, by its deadline"));
        group.MapGet("/count", (HttpContext http, CentreDb db, CancellationToken ct) =>
            tasks.CountAsync(http, db, ct))
            .WithName("CountTasks").WithSummary(Texts.InBoth("How much waits for the caller"));
        group.MapGet("/rules", Ok<TaskRules> () => TypedResults.Ok(tasks.Rules))
            .WithName("ListTaskRules").WithSummary(Texts.InBoth("What can wait here, and what people call it"));
    }
}

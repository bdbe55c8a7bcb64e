using System.Threading.Channels;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Answers the dashboard: what there is, how it is, what it wrote, and what its buttons do.</summary>
internal sealed class DashboardResources(ResourceNotificationService notifications, ResourceLoggerService logs,
    ResourceCommandService commands, IHostEnvironment environment, IHostApplicationLifetime lifetime)
    : DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(
        ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = environment.ApplicationName.Split('.')[0] });

    public override Task WatchResources(WatchResourcesRequest request,
        IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context) =>
        UntilEitherStops(context, async ct =>
        {
            // The page wants the first message at once; the rows follow as changes.
            await responseStream.WriteAsync(new WatchResourcesUpdate { InitialData = new InitialResourceData() }, ct);
            await foreach (var change in notifications.WatchAsync(ct))
            {
                if (!change.Snapshot.IsHidden)
                {
                    var changes = new WatchResourcesChanges { Value = { new WatchResourcesChange { Upsert = ResourceRow.Of(change) } } };
                    await responseStream.WriteAsync(new WatchResourcesUpdate { Changes = changes }, ct);
                }
            }
        });

    public override Task WatchResourceConsoleLogs(WatchResourceConsoleLogsRequest request,
        IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context) =>
        UntilEitherStops(context, async ct =>
        {
            var source = request.SuppressFollow ? logs.GetAllAsync(request.ResourceName) : logs.WatchAsync(request.ResourceName, ct);
            await foreach (var lines in source)
            {
                var update = new WatchResourceConsoleLogsUpdate();
                update.LogLines.AddRange(lines.Select(line =>
                    new ConsoleLogLine { Text = line.Content, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber }));
                await responseStream.WriteAsync(update, ct);
            }
        });

    public override async Task<ResourceCommandResponse> ExecuteResourceCommand(
        ResourceCommandRequest request, ServerCallContext context)
    {
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, context.CancellationToken);
        return new ResourceCommandResponse
        {
            Kind = result.Success ? ResourceCommandResponseKind.Succeeded : ResourceCommandResponseKind.Failed,
            ErrorMessage = result.Success ? "" : result.Message ?? "It did not start: see its console log.",
            Message = result.Message ?? "",
        };
    }

    public override Task WatchInteractions(IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream, ServerCallContext context) =>
        UntilEitherStops(context, ct => Task.Delay(Timeout.Infinite, ct));

    private async Task UntilEitherStops(ServerCallContext context, Func<CancellationToken, Task> work)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await work(stop.Token);
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ChannelClosedException)
        {
            // The page was closed, or the park stops.
        }
    }
}

namespace Aspire.Hosting.Dashboard;

/// <summary>The buttons of a row: start, stop, restart, and what the graph adds.</summary>
internal static class CommandButtons
{
    public static IEnumerable<ResourceCommand> Of(ResourceEvent change)
    {
        var state = change.Snapshot.State?.Text ?? "";
        var ended = state == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(state);
        var running = state == KnownResourceStates.Running;
        var waiting = state == KnownResourceStates.Waiting;
        yield return Button("start", "Start", "Play", ended ? Enabled : Hidden);
        yield return Button("stop", "Stop", "Stop", running || waiting ? Enabled : ended ? Hidden : Disabled);
        yield return Button("restart", "Restart", "ArrowCounterclockwise", running ? Enabled : Disabled);
        foreach (var command in change.Resource.Annotations.OfType<CommandAnnotation>())
        {
            yield return new ResourceCommand
            {
                Name = command.Name,
                DisplayName = command.DisplayName,
                DisplayDescription = command.Options.Description ?? "",
                ConfirmationMessage = command.Options.ConfirmationMessage ?? "",
                IconName = command.Options.IconName ?? "",
                IsHighlighted = command.Options.IsHighlighted,
                State = running ? Enabled : Disabled,
            };
        }
    }

    private const ResourceCommandState Enabled = ResourceCommandState.Enabled;
    private const ResourceCommandState Disabled = ResourceCommandState.Disabled;
    private const ResourceCommandState Hidden = ResourceCommandState.Hidden;

    private static ResourceCommand Button(string name, string title, string icon, ResourceCommandState state) =>
        new() { Name = name, DisplayName = title, IconName = icon, IsHighlighted = true, State = state };
}

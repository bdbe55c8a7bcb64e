namespace Aspire.Hosting.ApplicationModel;

/// <summary>How a command looks in the dashboard.</summary>
public class CommandOptions
{
    /// <summary>What it does, for the tooltip.</summary>
    public string? Description { get; set; }

    /// <summary>Asked before it is done.</summary>
    public string? ConfirmationMessage { get; set; }

    /// <summary>A name of the Fluent icon set.</summary>
    public string? IconName { get; set; }

    /// <summary>Whether it is a button of the row, not only in its menu.</summary>
    public bool IsHighlighted { get; set; }
}

/// <summary>A command that is a request to an endpoint of the resource.</summary>
public class HttpCommandOptions : CommandOptions
{
    /// <summary>POST unless said otherwise.</summary>
    public HttpMethod? Method { get; set; }

    /// <summary>Adds to the request before it is sent.</summary>
    public Func<HttpCommandRequestContext, Task>? PrepareRequest { get; set; }
}

/// <summary>A command's request on its way.</summary>
public sealed class HttpCommandRequestContext
{
    /// <summary>What is about to be sent.</summary>
    public required HttpRequestMessage Request { get; init; }
}

/// <summary>How a command ended.</summary>
public sealed class ExecuteCommandResult
{
    /// <summary>Whether it did what it says.</summary>
    public required bool Success { get; init; }

    /// <summary>Why not, or what came of it.</summary>
    public string? Message { get; init; }
}

/// <summary>The commands every process has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Start it.</summary>
    public static readonly string StartCommand = "start";

    /// <summary>Stop it.</summary>
    public static readonly string StopCommand = "stop";

    /// <summary>Stop it and start it.</summary>
    public static readonly string RestartCommand = "restart";
}

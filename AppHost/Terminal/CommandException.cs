namespace Technopark.Terminal;

/// <summary>Ends a command with a sentence for the person at the terminal and exit code 1.</summary>
internal sealed class CommandException(string message) : Exception(message);

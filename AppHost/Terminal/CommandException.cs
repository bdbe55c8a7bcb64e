using System.Text.Json.Nodes;

namespace Technopark.Terminal;

/// <summary>Ends a command with a sentence for the person at the terminal and exit code 1.</summary>
internal sealed class CommandException(string message) : Exception(message)
{
    /// <summary>What a service of the park says when it refuses: problem details, or an error of OAuth.</summary>
    public static async Task<CommandException> OfAsync(HttpContent refusal, CancellationToken ct)
    {
        var text = await refusal.ReadAsStringAsync(ct);
        return new($"Refused: {Sentence("detail") ?? Sentence("error_description") ?? Sentence("title") ?? text}");

        string? Sentence(string member) =>
            refusal.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true
                ? (string?)JsonNode.Parse(text)?[member] : null;
    }
}

using System.Globalization;

namespace Technopark.ServiceKit.Feed;

/// <summary>A place in the log of one service: after this sequence, in the log's present life.</summary>
/// <param name="Epoch">The life of the log: a database that was restored begins another.</param>
internal readonly record struct FeedPosition(Guid Epoch, long Sequence)
{
    /// <summary>The opaque text that a reader keeps.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch:N}.{Sequence}");

    /// <exception cref="ProblemException">No cursor, or one of another life of the log.</exception>
    public static FeedPosition Parse(string cursor, Guid epoch)
    {
        if (cursor.Length == 0)
        {
            return new(epoch, 0);
        }

        var dot = cursor.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0 || !long.TryParse(
            cursor.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
        {
            throw new ProblemException(
                ProblemKind.Invalid, "invalidCursor", "A cursor is the 'cursor' of an event of this feed, or empty.");
        }

        return Guid.TryParseExact(cursor.AsSpan(0, dot), "N", out var told) && told == epoch
            ? new(epoch, sequence)
            : throw new ProblemException(
                ProblemKind.Conflict, "otherEpoch",
                "This cursor is of another life of the log: its database was restored or renewed since. Read from the "
                + "beginning and keep by the event's id what you know already.");
    }
}

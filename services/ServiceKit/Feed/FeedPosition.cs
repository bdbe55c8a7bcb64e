using System.Globalization;

namespace Technopark.ServiceKit.Feed;

/// <summary>A place in the log of one service: after this sequence, in one life of the log.</summary>
/// <param name="Epoch">The life of the log: a database that was restored begins another.</param>
internal readonly record struct FeedPosition(Guid Epoch, long Sequence)
{
    /// <summary>The opaque text that a reader keeps.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch:N}.{Sequence}");

    /// <summary>What a reader kept; an epoch that cannot be read is nobody's.</summary>
    /// <exception cref="ProblemException">No cursor.</exception>
    public static FeedPosition Parse(string cursor)
    {
        var dot = cursor.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && long.TryParse(
            cursor.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? new(Guid.TryParseExact(cursor.AsSpan(0, dot), "N", out var epoch) ? epoch : default, sequence)
            : throw new ProblemException(
                ProblemKind.Invalid, "invalidCursor", "A cursor is the 'cursor' of an event of this feed, or empty.");
    }
}

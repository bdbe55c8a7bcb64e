namespace Technopark.ServiceKit.Feed;

/// <summary>How far the feed of another centre was held against what arrived here.</summary>
/// <param name="Source">Short name of the centre.</param>
/// <param name="CompleteUntil">All that it said before is here; null until its feed was read to the end once.</param>
/// <param name="Restored">
/// It has another past than is known here: nothing is read on until an operator accepts that.
/// </param>
/// <param name="AgreesUntil">Cursor of the last event that both know; null where nobody can tell.</param>
public sealed record FeedState(string Source, DateTimeOffset? CompleteUntil, bool Restored, string? AgreesUntil);

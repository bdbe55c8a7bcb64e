namespace Technopark.Contracts;

/// <summary>
/// Marks a text of an event that comes from a list: it tells nothing of a person. All other texts are words, which go
/// when the person that the event's company was is erased.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CodedAttribute : Attribute;

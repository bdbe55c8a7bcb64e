namespace Technopark.ServiceKit.Domain;

/// <summary>
/// The audit may keep this text: it is a code or a choice and can tell nothing of a person. Of every other text it
/// keeps only that it changed. Numbers, dates, states and ids need no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedAttribute : Attribute;

namespace Technopark.ServiceKit.Domain;

/// <summary>
/// The audit may keep this text: a code or a choice that tells nothing of a person. Of other texts it keeps only that
/// they changed; numbers, dates, states and ids need no mark.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedAttribute : Attribute;

namespace Technopark.ServiceKit.Domain;

/// <summary>
/// This text is a code or a choice: the audit keeps it, and it stays when the person that a company was is erased. Of
/// other texts the audit keeps only that they changed.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedAttribute : Attribute;

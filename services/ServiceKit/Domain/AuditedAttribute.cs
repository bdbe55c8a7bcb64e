namespace Technopark.ServiceKit.Domain;

/// <summary>The audit keeps this text, a code or a choice; of other texts it keeps only that they changed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AuditedAttribute : Attribute;

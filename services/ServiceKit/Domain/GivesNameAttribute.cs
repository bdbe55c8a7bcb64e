namespace Technopark.ServiceKit.Domain;

/// <summary>The thing has no name of its own: it is called as what this member refers to.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GivesNameAttribute : Attribute;

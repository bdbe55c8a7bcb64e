namespace Technopark.TestKit;

/// <summary>An event that a centre said.</summary>
/// <param name="Type">Short name: <c>companyVerified</c>.</param>
public sealed record Said(
    Guid Id, string Type, Guid Subject, Guid? CompanyId, Guid? CausationId, string? Traceparent, JsonElement Data);

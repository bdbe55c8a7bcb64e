namespace Technopark.Identity.Email;

/// <summary>One mail as a person gets it.</summary>
internal sealed record EmailMessage(string To, string Subject, string Body);

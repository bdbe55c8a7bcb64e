namespace Technopark.Portal.Shell;

/// <summary>The page of one thing of a kind, by its id.</summary>
/// <param name="kind">As centres name it: <c>residency</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ShowsAttribute(string kind) : Attribute
{
    public string Kind => kind;
}

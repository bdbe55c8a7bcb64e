namespace Technopark.Portal.Shell;

/// <summary>Where a page stands in the navigation, and for whom: for those whom its operation admits.</summary>
/// <param name="group">Key of the heading that it stands under.</param>
/// <param name="order">Within all pages.</param>
/// <param name="operation">Service and operation: <c>registry/ListCompanies</c>; null for everybody.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PlaceAttribute(string group, int order, string? operation = null) : Attribute
{
    public string Group => group;

    public int Order => order;

    public string? Operation => operation;

    /// <summary>The page makes a thing: found among the actions, not in the navigation.</summary>
    public bool IsAction { get; init; }
}

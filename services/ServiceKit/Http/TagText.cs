namespace Technopark.ServiceKit.Http;

/// <summary>What operations of one tag are about; its Russian stands in the centre's resource by the name.</summary>
internal sealed record TagText(string Name, string Description);

/// <summary>Names what a group of operations is about.</summary>
public static class TagExtensions
{
    /// <param name="name">In the plural: <c>Companies</c>.</param>
    /// <param name="description">What they are, for who does not know the park.</param>
    public static RouteGroupBuilder WithTag(this RouteGroupBuilder group, string name, string description) =>
        group.WithTags(name).WithMetadata(new TagText(name, description));
}

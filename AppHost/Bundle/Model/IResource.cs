namespace Aspire.Hosting.ApplicationModel;

/// <summary>A thing of the park that has a name: a process, or a connection string that leads somewhere.</summary>
public interface IResource
{
    /// <summary>Unique in the park; lower case.</summary>
    string Name { get; }

    /// <summary>What the graph says of it, in the order it was said.</summary>
    ICollection<IResourceAnnotation> Annotations { get; }
}

/// <summary>One statement about a resource.</summary>
public interface IResourceAnnotation;

/// <summary>A resource that is told things by environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that takes command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>A resource that listens.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource that can be held back until another is ready.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that is reached by a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>The connection string.</summary>
    /// <exception cref="DistributedApplicationException">Nobody configured it.</exception>
    ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default);
}

using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>What all resources are made of.</summary>
    public abstract class Resource(string name) : IResource
    {
        /// <inheritdoc />
        public string Name { get; } = name;

        /// <inheritdoc />
        public ICollection<IResourceAnnotation> Annotations { get; } = [];
    }

    /// <summary>A program of the machine.</summary>
    public class ExecutableResource(string name, string command, string workingDirectory) : Resource(name),
        IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport
    {
        /// <summary>A path, or a name found on PATH.</summary>
        public string Command { get; } = command;

        /// <summary>Where it runs.</summary>
        public string WorkingDirectory { get; } = workingDirectory;
    }

    /// <summary>A .NET project of this repository.</summary>
    public class ProjectResource(string name) : Resource(name),
        IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;

    internal sealed class ConfiguredConnectionString(string name, IConfiguration configuration)
        : Resource(name), IResourceWithConnectionString
    {
        public ValueTask<string?> GetConnectionStringAsync(CancellationToken cancellationToken = default) =>
            new(configuration.GetConnectionString(Name)
                ?? throw new DistributedApplicationException($"No connection string ConnectionStrings:{Name} is configured."));
    }
}

namespace Aspire.Hosting
{
    /// <summary>A resource whose endpoints others find by its name.</summary>
    public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

    /// <summary>Where a project lies. The build writes one such class for each project the AppHost refers to.</summary>
    public interface IProjectMetadata : IResourceAnnotation
    {
        /// <summary>Full path of the project file.</summary>
        string ProjectPath { get; }
    }

    /// <summary>The park cannot be run as it is described.</summary>
    public class DistributedApplicationException(string message) : Exception(message);
}

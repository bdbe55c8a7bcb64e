using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting
{
    /// <summary>Where the graph is drawn.</summary>
    public interface IDistributedApplicationBuilder
    {
        /// <summary>Environment variables, the command line, and what was set here.</summary>
        ConfigurationManager Configuration { get; }

        /// <summary>Services of the process that runs the park.</summary>
        IServiceCollection Services { get; }

        /// <summary>What the graph holds so far.</summary>
        ICollection<IResource> Resources { get; }

        /// <summary>Adds a resource.</summary>
        /// <exception cref="DistributedApplicationException">The name is taken.</exception>
        IResourceBuilder<T> AddResource<T>(T resource)
            where T : IResource;

        /// <summary>The graph as it is now, ready to run.</summary>
        DistributedApplication Build();
    }
}

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A resource while the graph is drawn.</summary>
    public interface IResourceBuilder<out T>
        where T : IResource
    {
        /// <summary>The graph it belongs to.</summary>
        IDistributedApplicationBuilder ApplicationBuilder { get; }

        /// <summary>The resource.</summary>
        T Resource { get; }

        /// <summary>Says something of it.</summary>
        IResourceBuilder<T> WithAnnotation<TAnnotation>(TAnnotation annotation)
            where TAnnotation : IResourceAnnotation;
    }
}

using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;

namespace Technopark.AppHost.Tests;

/// <summary>The graph of a park with two centres, identity and gateway, up to the moment before its start.</summary>
internal sealed class TestPark : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("technopark-").FullName;
    private readonly StateDirectory _state;
    private readonly DistributedApplication _application;

    private TestPark()
    {
        // Other tests have servers of their own.
        Environment.SetEnvironmentVariable("ConnectionStrings__postgres", null);
        Environment.SetEnvironmentVariable("ConnectionStrings__rabbitmq", null);
        string[] settings = ["--TECHNOPARK_STATE", _directory, "--Park:Port", "1", "--Park:Containers", "true"];
        _state = StateDirectory.Open(settings);
        Builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { Args = settings, AssemblyName = "Technopark.AppHost" });
        var park = Builder.AddPark(_state);
        park.AddCentre<Projects.Technopark_Registry>();
        park.AddCentre<Projects.Technopark_Insights>();
        park.AddIdentity<Projects.Technopark_Identity>();
        park.AddGateway<Projects.Technopark_Gateway>();
        _application = Builder.Build();
    }

    public IDistributedApplicationBuilder Builder { get; }

    public static async Task<TestPark> CreateAsync()
    {
        var park = new TestPark();
        var services = park._application.Services;
        await park.Builder.Eventing.PublishAsync(
            new BeforeStartEvent(services, services.GetRequiredService<DistributedApplicationModel>()));
        return park;
    }

    public T Resource<T>(string name) where T : IResource =>
        Assert.IsType<T>(Builder.Resources.Single(resource => resource.Name == name), exactMatch: false);

    /// <summary>The environment of a service as a manifest of deployment would say it.</summary>
    public async Task<Dictionary<string, string>> EnvironmentAsync(string service)
    {
        var publish = new DistributedApplicationExecutionContext(DistributedApplicationOperation.Publish);
        var context = new EnvironmentCallbackContext(publish, Resource<ProjectResource>(service));
        foreach (var callback in context.Resource.Annotations.OfType<EnvironmentCallbackAnnotation>())
        {
            await callback.Callback(context);
        }

        return context.EnvironmentVariables.ToDictionary(
            variable => variable.Key,
            variable => (variable.Value as IManifestExpressionProvider)?.ValueExpression ?? $"{variable.Value}");
    }

    public void Dispose()
    {
        _application.Dispose();
        _state.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}

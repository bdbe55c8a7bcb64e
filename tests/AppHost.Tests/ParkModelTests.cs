using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Technopark.AppHost.Tests;

/// <summary>What the graph of a park says, without starting anything of it.</summary>
public sealed class ParkModelTests
{
    private const StringComparison Exactly = StringComparison.Ordinal;

    private static readonly string[] Secrets = ["Secret", "Password", "Key"];

    [Fact]
    public async Task Containers_are_Aspires_own_integrations_with_volumes_and_the_parks_users()
    {
        using var park = await TestPark.CreateAsync();
        var postgres = park.Resource<PostgresServerResource>("postgres");
        Assert.Equal("postgres-secret", postgres.PasswordParameter.Name);
        AssertContainer(postgres, "library/postgres", "/var/lib/postgresql");
        var rabbitmq = park.Resource<RabbitMQServerResource>("rabbitmq");
        AssertContainer(rabbitmq, "library/rabbitmq", "/var/lib/rabbitmq");

        var files = rabbitmq.Annotations.OfType<ContainerFileSystemCallbackAnnotation>().Single();
        Assert.Equal("/etc/rabbitmq", files.DestinationPath);
        var entries = await files.Callback(null!, default);
        var definitions = Assert.Single(entries.OfType<ContainerFile>());
        Assert.Contains("\"name\": \"registry\"", definitions.Contents, Exactly);
        Assert.Contains("load_definitions", Assert.Single(entries.OfType<ContainerDirectory>()).Entries
            .OfType<ContainerFile>().Single().Contents, Exactly);
    }

    [Fact]
    public async Task Services_wait_for_servers_and_databases()
    {
        using var park = await TestPark.CreateAsync();
        Assert.Equal(["registry-migrate", "rabbitmq"], WaitsOf(park, "registry"));
        Assert.Equal(["databases"], WaitsOf(park, "registry-migrate"));
        Assert.Equal(["gateway-migrate"], WaitsOf(park, "gateway"));
        Assert.Contains("postgres", WaitsOf(park, "databases"));
    }

    [Fact]
    public async Task Who_refers_to_whom_follows_from_the_services_there_are()
    {
        using var park = await TestPark.CreateAsync();
        var registry = await park.EnvironmentAsync("registry");
        Assert.Equal("insights", registry["Callers__EventFeed__0"]);
        Assert.Equal("identity", registry["Callers__EventFeed__1"]);
        Assert.Equal("identity", registry["Callers__PersonalData__0"]);
        Assert.Contains("services__insights__grpc__0", registry.Keys);
        var gateway = await park.EnvironmentAsync("gateway");
        Assert.Equal(("registry", "insights"), (gateway["Park__Centres__0"], gateway["Park__Centres__1"]));
        Assert.Contains("services__registry__http__0", gateway.Keys);
        foreach (var identity in (string[])["identity", "identity-migrate"])
        {
            var told = await park.EnvironmentAsync(identity);
            Assert.All(
                ["registry", "insights", "identity", "gateway"],
                client => Assert.Contains($"Identity__Clients__{client}__Secret", told.Keys));
            Assert.Equal(
                ("registry", "insights"), (told["Callers__PeopleNames__0"], told["Callers__PeopleNames__1"]));
            Assert.DoesNotContain("Callers__PeopleNames__2", told.Keys);
        }
    }

    [Fact]
    public async Task No_secret_stands_in_a_manifest()
    {
        using var park = await TestPark.CreateAsync();
        foreach (var service in park.Builder.Resources.OfType<ProjectResource>())
        {
            var told = await park.EnvironmentAsync(service.Name);
            Assert.All(
                told.Where(setting => setting.Key.StartsWith("ConnectionStrings__", Exactly)
                    || Secrets.Any(word => setting.Key.EndsWith(word, Exactly))),
                setting => Assert.Matches("^([{].+[}])?$", setting.Value));
        }

        Assert.EndsWith(";Password={postgres-registry-secret.value}", AddressOf(park, "registry-db"), Exactly);
        Assert.StartsWith("amqp://registry:{rabbitmq-registry-secret.value}@", AddressOf(park, "registry-bus"),
            Exactly);
        Assert.True(park.Resource<ParameterResource>("operations-registry-secret").Secret);
    }

    [Fact]
    public async Task Operators_have_commands_that_ask_for_what_they_need()
    {
        using var park = await TestPark.CreateAsync();
        Assert.Equal(
            [("redrive", ""), ("accept", ""), ("invite", "mail roles"), ("recover", "mail"), ("token", "roles user")],
            CommandsOf(park, "identity"));
        Assert.Equal([("redrive", ""), ("accept", "")], CommandsOf(park, "registry"));
    }

    private static void AssertContainer(ContainerResource server, string image, string volume)
    {
        Assert.Equal(image, server.Annotations.OfType<ContainerImageAnnotation>().Last().Image);
        var mount = Assert.Single(server.Annotations.OfType<ContainerMountAnnotation>());
        Assert.Equal(ContainerMountType.Volume, mount.Type);
        Assert.StartsWith("technopark-", mount.Source, Exactly);
        Assert.StartsWith(volume, mount.Target, Exactly);
        Assert.Single(server.Annotations.OfType<RestartAlways>());
    }

    private static string AddressOf(TestPark park, string resource) =>
        park.Resource<ConnectionStringResource>(resource).ConnectionStringExpression.ValueExpression;

    private static IEnumerable<string> WaitsOf(TestPark park, string resource) =>
        park.Resource<IResource>(resource).Annotations.OfType<WaitAnnotation>().Select(wait => wait.Resource.Name);

    private static IEnumerable<(string Name, string Asks)> CommandsOf(TestPark park, string service) =>
        park.Resource<IResource>(service).Annotations.OfType<ResourceCommandAnnotation>()
            .Select(command => (command.Name, string.Join(' ', command.Arguments.Select(input => input.Name))));
}

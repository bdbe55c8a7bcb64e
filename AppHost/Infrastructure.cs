using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Technopark.AppHost;

/// <summary>
/// PostgreSQL and RabbitMQ. Each: the connection string that is configured; else a server installed on this machine, run for
/// this park alone; else a container.
/// </summary>
internal sealed class Infrastructure
{
    private readonly IDistributedApplicationBuilder _builder;
    private readonly Site _site;
    private readonly NpgsqlConnectionStringBuilder _server;
    private readonly Uri _broker;
    private readonly BrokerUsers? _users;
    private readonly IResourceBuilder<ExecutableResource>? _postgres;
    private readonly IResourceBuilder<ExecutableResource>? _rabbitmq;

    public Infrastructure(IDistributedApplicationBuilder builder, Site site)
    {
        _builder = builder;
        _site = site;
        if (builder.Configuration.GetConnectionString("postgres") is null)
        {
            _postgres = PostgresServer.Add(builder, site);
        }

        if (builder.Configuration.GetConnectionString("rabbitmq") is null)
        {
            _rabbitmq = RabbitServer.Add(builder, site, out _users);
        }

        _broker = new Uri(builder.Configuration.GetConnectionString("rabbitmq")!);
        if (_rabbitmq is null && _broker.UserInfo.Length == 0)
        {
            // A broker of the operator's own: who may do what there, they import.
            _users = new BrokerUsers(site, text => Site.Write(Path.Combine(site.Directory, "rabbitmq-definitions.json"), text));
        }

        if (_users is not null && site.InfrastructureOnly)
        {
            builder.Configuration["ConnectionStrings:rabbitmq"] = _users.AddTests(_broker).AbsoluteUri;
        }

        _server = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("postgres"));
        var admin = AddConnectionString("postgres-admin", _server.ConnectionString);
        Databases = builder.AddExecutable("databases", Environment.ProcessPath!, AppContext.BaseDirectory,
                typeof(Infrastructure).Assembly.Location, "databases")
            .WithReference(admin, connectionName: "postgres")
            .WithAnnotation(new RunsOnce());
        if (_postgres is not null)
        {
            Databases.WaitFor(_postgres);
        }
    }

    /// <summary>Ends when every database is there.</summary>
    public IResourceBuilder<ExecutableResource> Databases { get; }

    /// <summary>A database and a role of the centre's own, with a password that was made here.</summary>
    public IResourceBuilder<IResourceWithConnectionString> AddDatabase(string centre)
    {
        var own = new NpgsqlConnectionStringBuilder(_server.ConnectionString)
        {
            Database = centre,
            Username = centre,
            Password = _site.Secret($"postgres-{centre}"),
        };
        var database = AddConnectionString($"{centre}-db", own.ConnectionString);
        Databases.WithArgs(centre).WithReference(database, connectionName: centre);
        return database;
    }

    /// <summary>The message broker, as a user of the centre's own; as the one user that the configured address names, where it names one.</summary>
    public IResourceBuilder<IResourceWithConnectionString> AddBus(string centre) =>
        AddConnectionString($"{centre}-bus", (_users?.Add(centre, _broker) ?? _broker).AbsoluteUri);

    /// <summary>Lets a program that is not of the park listen: its password is in the state directory.</summary>
    public void AddSubscriber(string name) => _users?.Add(name, _broker);

    public void WaitForBus(IResourceBuilder<ProjectResource> centre)
    {
        if (_rabbitmq is not null)
        {
            centre.WaitFor(_rabbitmq);
        }
    }

    private IResourceBuilder<IResourceWithConnectionString> AddConnectionString(string name, string value)
    {
        _builder.Configuration[$"ConnectionStrings:{name}"] = value;
        return _builder.AddConnectionString(name);
    }
}

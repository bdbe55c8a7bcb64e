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
            _rabbitmq = RabbitServer.Add(builder, site);
        }

        _server = new NpgsqlConnectionStringBuilder(builder.Configuration.GetConnectionString("postgres"));
        Bus = AddConnectionString("bus", builder.Configuration.GetConnectionString("rabbitmq")!);
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

    /// <summary>The message broker.</summary>
    public IResourceBuilder<IResourceWithConnectionString> Bus { get; }

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

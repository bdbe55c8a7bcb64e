using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Technopark.AppHost;

/// <summary>
/// PostgreSQL and RabbitMQ: as configured, else containers (<c>Park:Containers</c>), else installed servers run for
/// this park alone. Each service gets a role and a user of its own: Aspire makes databases without roles, and one user.
/// </summary>
internal sealed class Infrastructure
{
    /// <summary>The resource that is ready once the databases are there; also the server's health check.</summary>
    public const string DatabasesName = "databases";

    private readonly IDistributedApplicationBuilder _builder;
    private readonly StateDirectory _state;
    private readonly Databases _databases;
    private readonly BrokerUsers? _users;
    private readonly Uri _broker;
    private readonly IResourceBuilder<IResource>? _rabbitmq;

    public Infrastructure(IDistributedApplicationBuilder builder, StateDirectory state)
    {
        _builder = builder;
        _state = state;
        var containers = builder.Configuration.GetValue<bool>("Park:Containers");
        var given = builder.Configuration.GetConnectionString("postgres");
        var port = state.Ports.Next();
        Postgres = new NpgsqlConnectionStringBuilder(given ?? PostgresServer.AddressAt(port, state));
        if (given is not null && builder.ExecutionContext.IsRunMode)
        {
            Reach(Postgres);
        }

        _databases = new Databases(Postgres, builder.Configuration["Retention:Audit"]);
        Databases = AddDatabases(given is not null ? null
            : containers ? ContainerServers.AddPostgres(builder, state, port)
            : PostgresServer.Add(builder, state, port));

        var broker = builder.Configuration.GetConnectionString("rabbitmq");
        _broker = new Uri(broker ?? FormattableString.Invariant($"amqp://127.0.0.1:{state.Ports.Next()}"));
        // With a user, all services are that one. Without, who may do what there the operator imports.
        _users = broker is not null && _broker.UserInfo.Length > 0 ? null : new BrokerUsers(builder, state, _broker);
        _rabbitmq = broker is not null ? null
            : containers ? ContainerServers.AddRabbit(builder, state, _broker.Port, _users!)
            : RabbitServer.Add(builder, state, _broker.Port, _users!);
        foreach (var subscriber in builder.Configuration.GetSection("Park:Subscribers").GetChildren())
        {
            _users?.Add(subscriber.Value!);
        }
    }

    /// <summary>How the server's superuser connects.</summary>
    public NpgsqlConnectionStringBuilder Postgres { get; }

    /// <summary>With a user where the servers alone are wanted; else each service has one of its own.</summary>
    public Uri Rabbitmq => _users is not null && _state.InfrastructureOnly ? _users.TestsAddress : _broker;

    /// <summary>Ready when every service's database is there.</summary>
    public IResourceBuilder<IResource> Databases { get; }

    /// <summary>A database and a role of the service's own, with a password that was made here.</summary>
    public IResourceBuilder<IResourceWithConnectionString> AddDatabase(string service)
    {
        _databases.Add(service, () => _state.Secret($"postgres-{service}"));
        var password = _builder.AddSecret(_state, $"postgres-{service}");
        return AddDatabase($"{service}-db", service, service, password).WithHidden();
    }

    /// <summary>The broker, as the service's own user, or as the user that the configured address names.</summary>
    public IResourceBuilder<IResourceWithConnectionString> AddBus(string service)
    {
        var address = _users?.Add(service) ?? ReferenceExpression.Create($"{_broker.AbsoluteUri}");
        return _builder.AddConnectionString($"{service}-bus", address).WithHidden();
    }

    public void WaitForBus(IResourceBuilder<ProjectResource> service)
    {
        if (_rabbitmq is not null)
        {
            service.WaitFor(_rabbitmq);
        }
    }

    /// <summary>The broker reads at its start who may do what.</summary>
    public void WriteBrokerUsers() => _users?.Write();

    /// <summary>The superuser's connection as a resource: once the server answers, it makes the databases.</summary>
    private IResourceBuilder<IResource> AddDatabases(IResourceBuilder<IResource>? server)
    {
        _builder.Services.AddHealthChecks().AddNpgSql($"{Postgres};Pooling=false", name: DatabasesName);
        var password = Postgres.Password == _state.Secret("postgres")
            ? _builder.AddSecret(_state, "postgres")
            : _builder.AddParameter("postgres-secret", () => Postgres.Password ?? "", secret: true);
        var databases = AddDatabase(DatabasesName, Postgres.Database, Postgres.Username, password)
            .WithHealthCheck(DatabasesName)
            .WithAnnotation(new RestartAlways())
            .OnResourceReady((_, ready, ct) => ready.Services.GetRequiredService<StartupReporter>()
                .OrGiveUpAsync(() => _databases.CreateAsync(ct)));
        return server is null ? databases : databases.WaitFor(server);
    }

    private IResourceBuilder<ConnectionStringResource> AddDatabase(
        string name, string? database, string? user, IResourceBuilder<ParameterResource> password)
    {
        var address = new NpgsqlConnectionStringBuilder(Postgres.ConnectionString);
        (address.Database, address.Username) = (database, user);
        address.Remove("Password");
        return _builder.AddConnectionString(
            name, ReferenceExpression.Create($"{address.ConnectionString};Password={password}"));
    }

    /// <exception cref="DistributedApplicationException">A server that somebody else runs does not answer.</exception>
    private static void Reach(NpgsqlConnectionStringBuilder server)
    {
        try
        {
            using var connection = new NpgsqlConnection($"{server};Pooling=false");
            connection.Open();
        }
        catch (NpgsqlException e) when (e.SqlState != PostgresErrorCodes.CannotConnectNow)
        {
            throw new DistributedApplicationException(
                $"ConnectionStrings__postgres: {e.Message}. Start that server, or set another.", e);
        }
    }
}

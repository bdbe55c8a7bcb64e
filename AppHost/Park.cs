namespace Technopark.AppHost;

/// <summary>The services of a park: who may call whom, and read whose events, follows from which were added.</summary>
internal sealed class Park(ParkProjects projects, Infrastructure infrastructure, StateDirectory state)
{
    private readonly List<IResourceBuilder<ProjectResource>> _centres = [];
    private readonly List<IResourceBuilder<ProjectResource>> _services = [];
    private readonly List<IResourceBuilder<ProjectResource>> _web = [];
    private readonly List<string> _clients = [];
    private IResourceBuilder<ProjectResource>[] _identity = [];

    /// <summary>A service with a database of its own that takes part in the event chain.</summary>
    public void AddCentre<TProject>() where TProject : IProjectMetadata, new() => AddCentre(new TProject().ProjectPath);

    /// <summary>A centre that belongs to another repository, or to a test.</summary>
    /// <param name="project">Its project file; it is built already.</param>
    public void AddCentre(string project) => _centres.Add(AddService(project, _ => { })[0]);

    /// <summary>The service that people sign in to, and that gives every other service its tokens.</summary>
    public void AddIdentity<TProject>() where TProject : IProjectMetadata, new()
    {
        var path = new TProject().ProjectPath;
        _identity = AddService(path, identity => IdentityConfiguration.Configure(identity, state));
        OperatorCommands.AddAccounts(_identity[0], state);
    }

    /// <summary>What people see: a process without a database.</summary>
    public void AddPortal<TProject>()
        where TProject : IProjectMetadata, new() =>
        _web.Add(projects.Add(new TProject().ProjectPath, state.Ports.Next()));

    /// <summary>The way in: its own database keeps who is signed in with which browser; it hears no events.</summary>
    public void AddGateway<TProject>() where TProject : IProjectMetadata, new()
    {
        var path = new TProject().ProjectPath;
        var name = ParkProjects.NameOf(path);
        var database = infrastructure.AddDatabase(name);
        var migration = Configure(projects.AddMigration(path));
        var gateway = Configure(projects.Add(path, state.GatewayPort)).WaitForCompletion(migration);
        migration.WithParentRelationship(gateway);
        foreach (var web in _web)
        {
            gateway.WithReference(web);
        }

        _web.Add(gateway);
        _clients.Add(name);

        IResourceBuilder<ProjectResource> Configure(IResourceBuilder<ProjectResource> project)
        {
            IdentityConfiguration.Seal(project, state, name);
            return project
                .WithReference(database, connectionName: name)
                .WithSecret("SignIn__ClientSecret", state, $"client-{name}")
                .WithEnvironment("AllowedHosts", $"{state.PublicUrl.Host};localhost;127.0.0.1;[::1]");
        }
    }

    /// <summary>Tells everybody where the others are, and lets the services read each other's event feeds.</summary>
    public void ConnectServices()
    {
        foreach (var service in _services)
        {
            foreach (var (number, other) in _services.Where(other => other != service).Index())
            {
                service.WithReference(other).WithEnvironment($"Callers__EventFeed__{number}", other.Resource.Name);
            }

            foreach (var web in _web)
            {
                web.WithReference(service);
            }
        }

        foreach (var (number, centre) in _centres.Index())
        {
            _web.ForEach(web => web.WithEnvironment($"Park__Centres__{number}", centre.Resource.Name));
        }

        foreach (var identity in _identity)
        {
            IdentityConfiguration.AddClients(identity, state, _clients);
            // It asks for tokens of its own as every other service does, and gathers a person's copy of what is kept
            // about them.
            identity.WithReference(_identity[0]);
            var caller = _identity[0].Resource.Name;
            _services.ForEach(service => service.WithEnvironment("Callers__PersonalData__0", caller));
            foreach (var (number, other) in _services.Where(other => other.Resource.Name != caller).Index())
            {
                identity.WithEnvironment($"Callers__PeopleNames__{number}", other.Resource.Name);
            }
        }
    }

    /// <summary>Its schema is brought up to date by a run of its own with --migrate, before it starts.</summary>
    /// <returns>The service, and that run.</returns>
    private IResourceBuilder<ProjectResource>[] AddService(
        string path, Action<IResourceBuilder<ProjectResource>> configure)
    {
        var name = ParkProjects.NameOf(path);
        var (database, bus) = (infrastructure.AddDatabase(name), infrastructure.AddBus(name));
        var migration = Configure(projects.AddMigration(path));
        var service = Configure(projects.Add(path, state.Ports.Next())).WaitForCompletion(migration);
        projects.AddGrpc(service);
        OperatorCommands.AddMessages(service, state);
        infrastructure.WaitForBus(service);
        migration.WithParentRelationship(service);
        _services.Add(service);
        _clients.Add(name);
        return [service, migration];

        IResourceBuilder<ProjectResource> Configure(IResourceBuilder<ProjectResource> project)
        {
            configure(project);
            return project
                .WithReference(database, connectionName: name)
                .WithReference(bus, connectionName: "rabbitmq")
                .WithSecret("SignIn__ClientSecret", state, $"client-{name}")
                .WithSecret("Operations__Key", state, $"operations-{name}");
        }
    }
}

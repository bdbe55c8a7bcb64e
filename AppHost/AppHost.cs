using Technopark.AppHost;

using var state = StateDirectory.Open(args);
var builder = DistributedApplication.CreateBuilder(args);
var park = builder.AddPark(state);

if (!state.InfrastructureOnly)
{
    // The five centres a company passes through, and what reads over all of them.
    park.AddCentre<Projects.Technopark_Registry>();
    park.AddCentre<Projects.Technopark_Incubation>();
    park.AddCentre<Projects.Technopark_Investment>();
    park.AddCentre<Projects.Technopark_Clusters>();
    park.AddCentre<Projects.Technopark_Networking>();
    park.AddCentre<Projects.Technopark_Insights>();

    // And those that this park has beside them: project files.
    foreach (var project in builder.Configuration.GetSection("Park:Projects").GetChildren())
    {
        park.AddCentre(project.Value!);
    }

    // Who people are: every service believes its tokens.
    park.AddIdentity<Projects.Technopark_Identity>();

    // What people see, and the only way in.
    park.AddPortal<Projects.Technopark_Portal>();
    park.AddGateway<Projects.Technopark_Gateway>();
}

await using var app = builder.Build();
await app.RunAsync();
return Environment.ExitCode;

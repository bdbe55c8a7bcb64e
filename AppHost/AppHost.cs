using Technopark.AppHost;

switch (args)
{
    case ["databases", .. var centres]:
        return await Databases.CreateAsync(centres);
}

using var site = Site.TryOpen(args);
if (site is null)
{
    return 1;
}

var builder = DistributedApplication.CreateBuilder(args);
var park = builder.AddPark(site);

if (!site.InfrastructureOnly)
{
    // The five centres a company passes through, and what reads over all of them.
    var registry = park.AddCentre<Projects.Technopark_Registry>("registry");
    var incubation = park.AddCentre<Projects.Technopark_Incubation>("incubation");
    var investment = park.AddCentre<Projects.Technopark_Investment>("investment");
    var clusters = park.AddCentre<Projects.Technopark_Clusters>("clusters");
    var networking = park.AddCentre<Projects.Technopark_Networking>("networking");
    var insights = park.AddCentre<Projects.Technopark_Insights>("insights");

    // Who people are: every service believes its tokens, and so every service must find it.
    var identity = park.AddCentre<Projects.Technopark_Identity>("identity", it => SignIn.Furnish(it, site,
        ["registry", "incubation", "investment", "clusters", "networking", "insights", "identity", "gateway"]));

    // They catch up from each other's event feeds, whenever the other is there: nobody waits for anybody.
    Park.Acquaint(registry, incubation, investment, clusters, networking, insights, identity);

    var portal = park.AddWeb<Projects.Technopark_Portal>("portal", site.Ports.Next())
        .WithReference(insights)
        .WithReference(identity);

    // The only way in.
    park.AddGateway<Projects.Technopark_Gateway>("gateway", site.GatewayPort)
        .WithReference(registry)
        .WithReference(incubation)
        .WithReference(investment)
        .WithReference(clusters)
        .WithReference(networking)
        .WithReference(insights)
        .WithReference(identity)
        .WithReference(portal);
}

await using var app = builder.Build();
await app.RunAsync();
return Environment.ExitCode;

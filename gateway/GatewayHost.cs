using Microsoft.AspNetCore.HostFiltering;
using Technopark.Gateway.Edge;
using Technopark.Gateway.Proxy;
using Technopark.Gateway.Reference;
using Technopark.Gateway.Sessions;

namespace Technopark.Gateway;

/// <summary>The one way in: what may pass, how much of it, and to which service.</summary>
internal static class GatewayHost
{
    public static async Task RunAsync(string[] args)
    {
        await using var app = Create(args);
        if (!IsMigration(args))
        {
            await app.RunAsync();
            return;
        }

        var databases = app.Services.GetRequiredService<IDbContextFactory<GatewayDb>>();
        await using var db = await databases.CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    /// <param name="clock">Null for the system's.</param>
    public static WebApplication Create(string[] args, TimeProvider? clock = null)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.AddServiceDefaults();
        builder.Services.AddProblemTexts(typeof(GatewayHost).Assembly);
        builder.Services.AddOptions<GatewayOptions>().BindConfiguration(GatewayOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        builder.Services.Require(
            ProductionRequirements.Proxy,
            new("AllowedHosts", SettingChecks.OwnHosts, Texts.InBoth("the host names people use")),
            new("ConnectionStrings:gateway", ConnectionRules.IsDatabase, ConnectionRules.DatabaseWanted),
            ProductionRequirements.ClientSecret);
        if (!IsMigration(args))
        {
            builder.Services.Require(new SettingRule(
                $"{ParkRoutes.Centres}:0", SettingChecks.Present, Texts.InBoth("names of the centres")));
        }

        // Whoever asks for another host gets no page of the framework's, but a problem.
        builder.Services.Insert(0, ServiceDescriptor.Transient<IStartupFilter, WrongHost>());
        builder.Services.Configure<HostFilteringOptions>(
            filter => (filter.IncludeFailureMessage, filter.AllowEmptyHosts) = (false, false));
        builder.AddForwardedFrom();
        builder.Services.AddRateLimits();
        builder.AddBrowserSessions();
        builder.Services.AddProxy(builder.Configuration);

        var app = builder.Build();
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        // Signing in answers requests of its own, which no later step sees.
        app.MapServiceDefaults(before: edge =>
        {
            edge.UsePathGate();
            edge.UseRateLimiter();
            edge.UseBodyLimit();
        });
        app.UseInboundHeaders();
        app.UseBrowserSessions();
        app.UsePersonLimit();
        app.MapSessions();
        app.MapApiReference();
        app.MapProxy();
        return app;
    }

    private static bool IsMigration(string[] args) => args.Contains("--migrate");
}

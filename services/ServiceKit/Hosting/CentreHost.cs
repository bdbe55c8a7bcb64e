using Microsoft.AspNetCore.Authentication;
using Technopark.Contracts.Identity;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Http;
using Technopark.ServiceKit.Messaging;
using Technopark.ServiceKit.PersonalData;
using Technopark.ServiceKit.Retention;

namespace Technopark.ServiceKit.Hosting;

/// <summary>
/// All that a centre needs to be a good citizen of the park, in one call before and one after <c>Build</c>.
/// </summary>
public static class CentreHost
{
    /// <summary>
    /// A builder with database, outbox, publisher, inbox, event feed, problem details, health and telemetry.
    /// </summary>
    /// <param name="name">Short name of the centre, in lower case.</param>
    public static WebApplicationBuilder CreateBuilder<TDb>(string[] args, string name)
        where TDb : CentreDb
    {
        var builder = WebApplication.CreateBuilder(args);
        var centre = new CentreInfo(name, typeof(TDb).Assembly);
        builder.AddServiceDefaults();
        builder.AddSignIn(name);
        builder.Services.Require(
            new($"ConnectionStrings:{name}", ConnectionRules.IsDatabase, ConnectionRules.DatabaseWanted),
            new("ConnectionStrings:rabbitmq", ConnectionRules.IsBroker, ConnectionRules.BrokerWanted),
            ProductionRequirements.ClientSecret,
            new("Operations:Key", SettingChecks.Secret,
                Texts.InBoth("at least 32 characters: what operators show at /ops")));
        builder.Services.AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, OperationsKey>(OperationsKey.Name, null);
        builder.Services.AddScoped(services => services.GetRequiredService<CentreDb>().Caller);
        builder.Services.AddSingleton(centre);
        builder.Services.TryAddClock();
        ClientAddress.Add(builder.Services, builder.Configuration);
        builder.Services.AddAudit();
        builder.Services.AddRetention();
        builder.Services.AddCentreDatabase<TDb>(centre);
        builder.Services.AddSingleton<DatabaseProblems>();
        builder.Services.AddCentreHttp();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<ProblemInterceptor>();
            // Its answer for services that are not there would take every POST of two segments that says no media type.
            grpc.IgnoreUnknownServices = true;
        });
        builder.Services.AddMessages<TDb>(centre, builder.Configuration);
        return builder;
    }

    /// <summary>
    /// Maps the centre's API under its prefix, the event feed, health and what operators need; then runs, or migrates.
    /// </summary>
    /// <param name="access">Who may use which endpoint.</param>
    /// <param name="map">Maps the API.</param>
    /// <param name="args">Of the program: <c>--migrate</c> brings the database up to date and ends.</param>
    /// <returns>0 where all went well.</returns>
    public static async Task<int> RunCentreAsync(
        this WebApplication app, string[] args, AccessTable access, Action<RouteGroupBuilder> map)
    {
        app.RefuseDevelopmentSettings();
        var centre = app.Services.GetRequiredService<CentreInfo>();
        if (args.Contains("--migrate"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CentreDb>().Database;
            await database.MigrateAsync();
            await database.InstallAsync(
                scope.ServiceProvider.GetRequiredService<IOptions<RetentionOptions>>().Value.Audit, default);
            foreach (var step in scope.ServiceProvider.GetServices<DataSeeder>())
            {
                await step.RunAsync(scope.ServiceProvider, default);
            }

            return 0;
        }

        app.UseRefusals();
        app.MapServiceDefaults();
        app.UseDomainProblems();
        app.UseReadableRequests();
        app.UseCaller();
        app.MapGrpcService<EventFeedService>().AllowCallers(ServiceCallerPolicy.Feed);
        app.MapGrpcService<PersonalDataService>().AllowCallers(ServiceCallerPolicy.PersonalData);
        app.MapOperations();
        app.MapAudit();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(centre.ApiPrefix);
        ((IEndpointConventionBuilder)api).Finally(CamelCaseEnumBinding.AcceptCamelCase);
        ((IEndpointConventionBuilder)api).Guard(access);
        map(api);
        app.RequireNoStrayRows(access);
        await app.RunAsync();
        return 0;
    }

    private static void AddAudit(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<AuditQueue>();
        services.AddSingleton(provider => new AuditLog(
            provider.GetRequiredService<IHttpContextAccessor>(), provider.GetRequiredService<CentreInfo>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<AuditQueue>()));
    }

    private static IEnumerable<Type> KitEventHandlers<TDb>(CentreInfo centre)
    {
        if (typeof(TDb).GetProperties().Any(set => set.PropertyType == typeof(DbSet<CompanyReplica>)))
        {
            yield return typeof(CompanyReplicaHandler);
        }

        // Who says it has forgotten already.
        if (centre.Name != EventTypes.ServiceOf(typeof(PersonErased)))
        {
            yield return typeof(PersonErasedHandler);
        }
    }

    private static void TryAddClock(this IServiceCollection services) =>
        services.AddSingleton<TimeProvider>(new MicrosecondClock());

    private static void AddMessages<TDb>(
        this IServiceCollection services, CentreInfo centre, ConfigurationManager configuration)
        where TDb : CentreDb
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection(OutboxOptions.Section))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<OutboxTable>();
        services.AddSingleton<RabbitMqPublisher>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<ServiceChannels>();
        services.AddSingleton<Inbox>();
        services.AddScoped<IPersonalRecords, IdempotencyPersonalData>();
        services.AddScoped<IPersonalRecords, AuditPersonalData>();
        var heard = services.AddEventHandlers(centre.Assembly, [.. KitEventHandlers<TDb>(centre)]);
        services.AddSingleton(heard);
        if (DesignTime.IsActive)
        {
            return;
        }

        services.AddHostedService(provider => provider.GetRequiredService<Inbox>());
        services.AddHostedService<OutboxPublisher>();
        services.AddHostedService<CatchUp>();
        services.AddHostedService<QueueMetricsCollector>();
        services.AddHostedService<AuditWriter>();
        services.AddHostedService<RetentionJob>();
        services.AddReceiveEndpoints(centre, heard.Types);
    }
}

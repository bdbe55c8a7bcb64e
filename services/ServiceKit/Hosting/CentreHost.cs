using Microsoft.AspNetCore.Authentication;
using Technopark.Contracts.Identity;
using Technopark.Contracts.Registry;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Companies;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Http;
using Technopark.ServiceKit.Messaging;
using Technopark.ServiceKit.OpenApi;
using Technopark.ServiceKit.People;
using Technopark.ServiceKit.PersonalData;
using Technopark.ServiceKit.Retention;
using Technopark.ServiceKit.Tasks;

namespace Technopark.ServiceKit.Hosting;

/// <summary>All that a centre has in common with the others, in one call before and one after <c>Build</c>.</summary>
public static class CentreHost
{
    /// <summary>A builder with everything from database, outbox and inbox to health and telemetry.</summary>
    public static WebApplicationBuilder CreateBuilder<TDb>(string[] args, string name) where TDb : CentreDb
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
        builder.Services.AddProblemTexts(typeof(CentreHost).Assembly).AddProblemTexts(centre.Assembly);
        builder.Services.AddSingleton<TimeProvider>(new MicrosecondClock());
        ClientAddress.Add(builder.Services, builder.Configuration);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<AuditWriter>();
        builder.Services.AddSingleton(services => new AuditLog(
            services.GetRequiredService<IHttpContextAccessor>(), services.GetRequiredService<CentreInfo>(),
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<AuditWriter>()));
        builder.Services.AddRetention();
        builder.Services.AddOptions<TaskOptions>().BindConfiguration("Tasks").ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddCentreDatabase<TDb>(centre);
        builder.Services.AddSingleton<DatabaseProblems>();
        builder.Services.Configure<Microsoft.AspNetCore.Http.Json.JsonOptions>(
            json => json.SerializerOptions.Converters.Add(new IncomingMoney()));
        builder.Services.AddValidation();
        builder.Services.AddCentreDocument();
        builder.Services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<ProblemInterceptor>();
            // Its answer for services that are not there would take every POST of two segments that says no media type.
            grpc.IgnoreUnknownServices = true;
        });
        builder.Services.AddMessages<TDb>(centre);
        return builder;
    }

    /// <summary>Maps the API under its prefix, the feed, health and operators' doors; then runs or migrates.</summary>
    /// <param name="args">Of the program: <c>--migrate</c> brings the database up to date and ends.</param>
    /// <param name="tasks">What of its things waits for whom.</param>
    public static async Task<int> RunCentreAsync(
        this WebApplication app, string[] args, AccessTable access, Action<RouteGroupBuilder> map,
        params TaskRule[] tasks)
    {
        app.RefuseDevelopmentSettings();
        var centre = app.Services.GetRequiredService<CentreInfo>();
        if (args.Contains("--migrate"))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<CentreDb>().Database;
            await database.MigrateAsync();
            var kept = scope.ServiceProvider.GetRequiredService<IOptions<RetentionOptions>>().Value;
            await database.InstallAsync(kept.Audit, default);
            await app.Services.GetRequiredService<HandlerCursors>().TakeOverAsync(
                [.. app.Services.GetRequiredService<SubscribedEvents>().Subscriptions], kept.MessageIds, default);
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
        app.MapGrpcService<EventFeedService>().AllowCallers("EventFeed");
        app.MapGrpcService<PersonalDataService>().AllowCallers("PersonalData");
        app.MapGrpcService<CompanyDependentsService>()
            .AllowCaller(EventTypes.ServiceOf(typeof(CompanyVerificationRevoked)));
        app.MapOperations();
        app.MapAudit();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup(centre.ApiPrefix);
        api.RefuseUnknownQuery();
        api.RefuseMalformedConditions();
        api.AnswerHead();
        api.RepeatMetChanges();
        ((IEndpointConventionBuilder)api).Guard(access);
        map(api);
        api.MapTasks(app, tasks);
        app.RequireNoStrayRows(access);
        await app.RunAsync();
        return 0;
    }

    private static IEnumerable<Type> KitEventHandlers<TDb>(CentreInfo centre)
    {
        if (Keeps<CompanyReplica>())
        {
            yield return typeof(CompanyReplicaHandler);
        }

        if (centre.Name != EventTypes.ServiceOf(typeof(CompanyErased)))
        {
            yield return typeof(CompanyErasedHandler);
        }

        if (Keeps<PersonReplica>())
        {
            yield return typeof(PersonReplicaHandler);
        }

        // Who says it has forgotten already.
        if (centre.Name != EventTypes.ServiceOf(typeof(PersonErased)))
        {
            yield return typeof(PersonErasedHandler);
        }

        static bool Keeps<T>() where T : class =>
            typeof(TDb).GetProperties().Any(set => set.PropertyType == typeof(DbSet<T>));
    }

    private static void AddMessages<TDb>(this IServiceCollection services, CentreInfo centre) where TDb : CentreDb
    {
        services.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddOptions<ReconciliationOptions>().BindConfiguration(ReconciliationOptions.Section)
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<RabbitMqPublisher>();
        services.AddSingleton<QueueCounts>();
        services.AddSingleton<EventSender>();
        services.AddSingleton<FeedReader>();
        services.AddSingleton<FeedStreams>();
        services.AddSingleton<FeedTries>();
        services.AddSingleton<HandlerCursors>();
        services.AddSingleton<InboxDispatcher>();
        services.AddSingleton<LostDead>();
        services.AddSingleton<MissedEvents>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<ServiceChannels>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<DeadLetters>();
        services.AddScoped<IPersonalRecords, IdempotencyPersonalData>();
        services.AddScoped<IPersonalRecords, AuditPersonalData>();
        services.AddScoped<IPersonalRecords, ForgottenNames>();
        services.AddSingleton<PeopleNames>();
        services.AddSingleton(provider => new NameLookup(provider.GetRequiredService<PeopleNames>().FindAsync));
        services.AddScoped<ErasedCompanies>();
        var heard = services.AddEventHandlers(centre.Assembly, KitEventHandlers<TDb>(centre));
        services.AddSingleton(heard);
        if (DesignTime.IsActive)
        {
            return;
        }

        services.AddHostedService(provider => provider.GetRequiredService<Inbox>());
        services.AddHostedService<OutboxPublisher>();
        services.AddHostedService(provider => provider.GetRequiredService<Reconciler>());
        services.AddHealthChecks().AddCheck<Reconciler>("feeds");
        services.AddHostedService<SharedQueueDrain>();
        services.AddHostedService<QueueMetricsCollector>();
        services.AddHostedService(provider => provider.GetRequiredService<AuditWriter>());
        services.AddHostedService<RetentionJob>();
        services.AddReceiveEndpoints(centre, heard.Types);
    }
}

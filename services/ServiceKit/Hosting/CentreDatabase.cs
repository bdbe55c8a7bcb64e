using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Http;
using Technopark.ServiceKit.Messaging;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.ServiceKit.Hosting;

/// <summary>Connects a centre with its own database: one data source for EF Core and for the kit's own SQL.</summary>
internal static class CentreDatabase
{
    public static IServiceCollection AddCentreDatabase<TDb>(this IServiceCollection services, CentreInfo centre)
        where TDb : CentreDb
    {
        services.AddSingleton(provider => Build(provider, centre, pooled: true));
        services.AddKeyedSingleton(CentreDb.Unpooled, (provider, _) => Build(provider, centre, pooled: false));
        services.AddSingleton<OutboxInterceptor>();
        services.AddSingleton<CompiledQueries>();
        services.AddSingleton<Steps>();
        services.AddSingleton<ShownNames>();
        services.AddSingleton<ReferredNames>();
        services.AddDbContextPool<TDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
            .UseSnakeCaseNamingConvention()
            .AddInterceptors(provider.GetRequiredService<OutboxInterceptor>(), new ConnectionFailures()));
        services.AddScoped<CentreDb>(provider => provider.GetRequiredService<TDb>());
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>
    /// Makes what a database has beside the tables of its model: the event log, the cursors in the logs of others, and
    /// the guard that makes the audit append-only. In a database that the park made, a superuser's lock keeps the guard
    /// from the service's own role too; elsewhere that role could take it down at a prompt.
    /// </summary>
    /// <param name="kept">How long the audit is kept.</param>
    public static async Task InstallAsync(this DatabaseFacade database, TimeSpan kept, CancellationToken ct)
    {
        await database.RunAsync(EventLogSql.Install, ct);
        await database.RunAsync(HandlerCursors.Install, ct);
        await database.RunAsync(ErasedCompanies.Install, ct);
        await database.RunAsync(FeedTries.Install, ct);
        await database.RunAsync(AuditSql.Install(kept), ct);
    }

    private static NpgsqlDataSource Build(IServiceProvider provider, CentreInfo centre, bool pooled)
    {
        var given = provider.GetRequiredService<IConfiguration>().GetConnectionString(centre.Name)
            ?? (DesignTime.IsActive ? "Host=localhost" : null)
            ?? throw new InvalidOperationException(
                $"ConnectionStrings:{centre.Name} is not set: the database of this service.");
        // Pooled connections hold no session state here, so that returning one costs no round trip.
        return NpgsqlDataSource.Create(
            $"Maximum Pool Size=24;{given};Application Name={centre.Name};Timeout=5;Command Timeout=15;Keepalive=15;"
            + $"Pooling={pooled};No Reset On Close={pooled};Max Auto Prepare={(pooled ? 100 : 0)}");
    }

    private sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(
            HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var ask = database.CreateCommand("select 1");
            await ask.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
    }
}

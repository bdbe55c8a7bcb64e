using Microsoft.EntityFrameworkCore.Infrastructure;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Retention;

/// <summary>What ends in every centre alike.</summary>
internal static class DefaultRetentionRules
{
    private const int AtOnce = 5000;

    public static void AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(new RetentionRule("idempotency keys", (provider, now, ct) => DatabaseOf(provider)
            .ExecuteSqlAsync(
                $"delete from idempotency where created_at < {now - OptionsOf(provider).IdempotencyKeys}", ct)));
        services.AddSingleton(new RetentionRule("message ids", (provider, now, ct) => DatabaseOf(provider)
            .ExecuteSqlAsync($"delete from inbox where received_at < {now - OptionsOf(provider).MessageIds}", ct)));
        services.AddSingleton(new RetentionRule("audit", CleanAuditAsync));
    }

    private static async Task CleanAuditAsync(IServiceProvider provider, DateTimeOffset now, CancellationToken ct)
    {
        // Whole days, as its guard counts them.
        var old = now - TimeSpan.FromDays(Math.Ceiling(OptionsOf(provider).Audit.TotalDays));
        var end = AuditEndpoints.FirstOf(old);
        var database = DatabaseOf(provider);
        while (await database.ExecuteSqlAsync(
            $"""
            delete from audit where id in (
                select id from audit where id < {end} and at < {old} order by id limit {AtOnce})
            """,
            ct) == AtOnce)
        {
        }
    }

    private static RetentionOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<RetentionOptions>>().Value;

    private static DatabaseFacade DatabaseOf(IServiceProvider provider) =>
        provider.GetRequiredService<CentreDb>().Database;
}

using Microsoft.EntityFrameworkCore.Infrastructure;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.ServiceKit.Retention;

/// <summary>What ends in every centre alike.</summary>
internal static class DefaultRetentionRules
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton(new RetentionRule("idempotency keys", (provider, now, most, ct) => DatabaseOf(provider)
            .ExecuteSqlAsync(
                $"""
                delete from idempotency where ctid = any(array(
                    select ctid from idempotency where created_at < {now - OptionsOf(provider).IdempotencyKeys}
                    limit {most}))
                """,
                ct)));
        services.AddSingleton(new RetentionRule("message ids", (provider, now, most, ct) =>
            provider.GetRequiredService<HandlerCursors>().ForgetAsync(
                [.. provider.GetRequiredService<Reconciler>().Sources.SelectMany(source => source)],
                now - OptionsOf(provider).MessageIds, most, ct)));
        services.AddSingleton(new RetentionRule("words of erased companies", (provider, now, most, ct) =>
            provider.GetRequiredService<ErasedCompanies>().EraseAgainAsync(now, most, ct), AtOnce: 100));
        services.AddSingleton(new RetentionRule("audit", CleanAuditAsync));
    }

    private static Task<int> CleanAuditAsync(
        IServiceProvider provider, DateTimeOffset now, int most, CancellationToken ct)
    {
        // Whole days, as its guard counts them.
        var old = now - TimeSpan.FromDays(Math.Ceiling(OptionsOf(provider).Audit.TotalDays));
        var end = AuditEndpoints.FirstOf(old);
        return DatabaseOf(provider).ExecuteSqlAsync(
            $"""
            delete from audit where id in (
                select id from audit where id < {end} and at < {old} order by id limit {most})
            """,
            ct);
    }

    private static RetentionOptions OptionsOf(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<RetentionOptions>>().Value;

    private static DatabaseFacade DatabaseOf(IServiceProvider provider) =>
        provider.GetRequiredService<CentreDb>().Database;
}

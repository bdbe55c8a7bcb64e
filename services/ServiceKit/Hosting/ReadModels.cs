using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Hosting;

/// <summary>For a centre that holds nothing but what it heard.</summary>
public static class ReadModels
{
    private static readonly Type[] Kept = [typeof(OutboxMessage), typeof(IdempotencyRecord), typeof(AuditEntry)];

    /// <summary>
    /// Empties every read model and what says that its events were heard, in one statement: the next start catches up
    /// from the feeds' beginnings to the same rows.
    /// </summary>
    /// <exception cref="InvalidOperationException">The centre has aggregates of its own.</exception>
    public static async Task<int> ResetReadModelsAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CentreDb>();
        var types = db.Model.GetEntityTypes().ToArray();
        if (types.FirstOrDefault(type => type.ClrType.IsSubclassOf(typeof(AggregateRoot))) is { } root)
        {
            throw new InvalidOperationException(
                $"{root.ClrType.Name} belongs to this centre and is nowhere else: nothing was removed.");
        }

        var own = types.Where(type => !Kept.Contains(type.ClrType)).Select(type => type.GetTableName())
            .OfType<string>().Distinct();
        var truncate = string.Concat("truncate table handler_cursor, \"", string.Join("\", \"", own), "\"");
        await db.Database.ExecuteSqlRawAsync(truncate);
        return 0;
    }
}

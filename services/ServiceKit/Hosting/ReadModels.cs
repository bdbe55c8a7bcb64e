using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Hosting;

/// <summary>For a centre that holds nothing but what it heard.</summary>
public static class ReadModels
{
    private static readonly Type[] Kept = [typeof(OutboxMessage), typeof(IdempotencyRecord), typeof(AuditEntry)];

    /// <summary>
    /// Empties every read model, with what says that its events have been heard, in one statement. At its next start
    /// the centre catches up with the feeds from their beginnings and has the same rows again.
    /// </summary>
    /// <returns>0</returns>
    /// <exception cref="InvalidOperationException">The centre has aggregates: what they hold is nowhere
    /// else.</exception>
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

        var own = types.Where(type => !Kept.Contains(type.ClrType))
            .Select(type => type.GetTableName())
            .OfType<string>()
            .Distinct()
            .Select(table => $"\"{table}\"");
        var truncate = string.Concat("truncate table ", string.Join(", ", own));
        await db.Database.ExecuteSqlRawAsync(truncate);
        return 0;
    }
}

namespace Technopark.ServiceKit.PersonalData;

/// <summary>Answers kept for repeated requests: they may name people, and are nobody's own.</summary>
internal sealed class IdempotencyPersonalData(CentreDb db) : IPersonalRecords
{
    public string Kind => "answers";

    public Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<object>>([]);

    public Task EraseAsync(Guid person, CancellationToken ct)
    {
        var id = person.ToString();
        return db.Set<IdempotencyRecord>().Where(row => row.Caller == id || row.Response.Contains(id))
            .ExecuteDeleteAsync(ct);
    }
}

public static class IdempotencyPersonalDataExtensions
{
    /// <summary>Forgets the answers that speak of these things: their requests are not replayed any more.</summary>
    public static Task<int> ForgetAnswersAsync(this CentreDb db, IReadOnlyCollection<string> things,
        CancellationToken ct) =>
        db.Set<IdempotencyRecord>().Where(row => things.Any(thing => row.Response.Contains(thing)))
            .ExecuteDeleteAsync(ct);
}

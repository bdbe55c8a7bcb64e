using Microsoft.EntityFrameworkCore;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Personal;

/// <summary>Answers kept for a day for requests that come again: they may name people, and are nobody's own.</summary>
internal sealed class RepeatedAnswers(CentreDb db) : IPersonalRecords
{
    public string Kind => "answers";

    public Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct) => Task.FromResult<IReadOnlyList<object>>([]);

    public Task EraseAsync(Guid person, CancellationToken ct)
    {
        var id = person.ToString();
        return db.Set<IdempotencyRecord>().Where(row => row.Caller == id || row.Response.Contains(id)).ExecuteDeleteAsync(ct);
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Technopark.ServiceKit.Data;

/// <summary>
/// Marks what connecting throws: afterwards a connection that nobody gave in time cannot be told from a statement that
/// took too long.
/// </summary>
internal sealed class ConnectionFailures : DbConnectionInterceptor
{
    private const string Mark = "connecting";

    public static bool Include(Exception e) => e.Data.Contains(Mark);

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        eventData.Exception.Data[Mark] = true;

    public override Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionFailed(connection, eventData);
        return Task.CompletedTask;
    }
}

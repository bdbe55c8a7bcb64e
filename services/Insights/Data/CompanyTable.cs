using Microsoft.EntityFrameworkCore;
using Technopark.Insights.Domain;

namespace Technopark.Insights.Data;

/// <summary>Writes what an event tells of a company.</summary>
internal static class CompanyTable
{
    /// <param name="name">Null where the event does not name it.</param>
    /// <param name="version">The event's version: name and status each keep what the highest told.</param>
    public static Task PutCompanyAsync(
        this InsightsDb db, Guid id, string? name, CompanyStatus status, long version, CancellationToken ct)
    {
        var nameVersion = name is null ? 0 : version;
        return db.Database.ExecuteSqlAsync($"""
            insert into company as c (id, name, name_version, status, status_version)
            values ({id}, {name}, {nameVersion}, {status.ToString()}, {version})
            on conflict (id) do update set
                name = case when excluded.name_version > c.name_version then excluded.name else c.name end,
                name_version = greatest(excluded.name_version, c.name_version),
                status = case when excluded.status_version > c.status_version then excluded.status else c.status end,
                status_version = greatest(excluded.status_version, c.status_version)
            """, ct);
    }
}

using System.Text.RegularExpressions;
using Npgsql;

namespace Technopark.Benchmarks;

/// <summary>PostgreSQL's own benchmark with the four inserts of a registration in one transaction.</summary>
internal sealed partial class PgBench(string connection, int clients)
{
    // A table like the outbox, so that nobody publishes what is inserted.
    private const string Script = """
        begin;
        insert into companies (id, name, kind, status, inn, ogrn, kpp, okved_main, region, registered_on, founders,
                               owner_ids, created_at, version)
        values (gen_random_uuid(), 'Северная сварка', 'Ooo', 'Registered', '7707083893', '1027700132195', '780101001',
          '62.01', '78', '2020-02-03',
          '[{"Name": "Анна Первая", "Role": "CEO", "PersonId": "019a0000-0000-7000-8000-000000000000",
             "SharePercent": 60},
            {"Name": "Иван Второй", "Role": "CTO", "PersonId": "019a0000-0000-7000-8000-000000000001",
             "SharePercent": 40}]',
          array['019a0000-0000-7000-8000-000000000002'::uuid], now(), 1);
        insert into bench_outbox (id, type, subject, company_id, time, correlation_id, traceparent, data)
        values (gen_random_uuid(), 'technopark.registry.companyRegistered.v1', gen_random_uuid(), gen_random_uuid(),
          now(), gen_random_uuid(),
          '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
          '{"version": 1, "companyId": "019a0000-0000-7000-8000-000000000000", "name": "Северная сварка",
            "kind": "ooo", "okvedMain": "62.01", "region": "78",
            "ownerIds": ["019a0000-0000-7000-8000-000000000002"]}');
        insert into idempotency (caller, key, request_hash, location, response, created_at)
        values ('019a0000-0000-7000-8000-000000000002', gen_random_uuid()::text, sha256('request'),
          '/api/registry/v1/companies/019a0000-0000-7000-8000-000000000000',
          '{"id": "019a0000-0000-7000-8000-000000000000", "name": "Северная сварка", "kind": "ooo",
            "status": "registered", "inn": "7707083893", "ogrn": "1027700132195", "kpp": "780101001",
            "okvedMain": "62.01",
            "region": "78", "registeredOn": "2020-02-03"}', now());
        insert into audit (id, at, actor, roles, address, trace_id, operation, target_type, target_id, outcome, after)
        values (gen_random_uuid(), now(), '019a0000-0000-7000-8000-000000000002', 'manager, founder', '127.0.0.1',
          '0af7651916cd43dd8448eb211c80319c',
          'RegisterCompany', 'company', gen_random_uuid(), 'done', '{"status": "registered", "version": 1}');
        commit;
        """;

    /// <returns>Transactions a second.</returns>
    public async Task<double> PerSecondAsync(TimeSpan time)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Script);
        var server = new NpgsqlConnectionStringBuilder(connection);
        var start = new ProcessStartInfo(Executable(),
        [
            "--no-vacuum", "--protocol=prepared", "-h", server.Host!, "-p", $"{server.Port}", "-U", server.Username!,
            "-c", $"{clients}", "-j", "1", "-T", $"{Math.Ceiling(time.TotalSeconds)}", "-f", script, server.Database!,
        ])
        {
            Environment = { ["PGPASSWORD"] = server.Password, ["LC_ALL"] = "C" },
        };
        var said = await CompletedProcess.RunAsync(start, time + TimeSpan.FromMinutes(1));
        File.Delete(script);
        return Rate().Match(said.Output) is { Success: true } rate
            ? double.Parse(rate.Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"pgbench: {said}");
    }

    private static string Executable() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .Select(version => Path.Combine(version, "bin/pgbench")).Last(File.Exists)
            : "pgbench";

    [GeneratedRegex(@"tps = ([0-9.]+)")]
    private static partial Regex Rate();
}

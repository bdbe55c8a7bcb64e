namespace Technopark.SystemTests;

/// <summary>
/// The park is backed up while clients write, and restored beside itself. Of the restored one the servers start, in a
/// full run all of it.
/// </summary>
public sealed class BackupTests(RunningPark park)
{
    private const UnixFileMode OthersMay = (UnixFileMode)0b000_111_111;

    private static readonly string[] Publishers = [.. RunningPark.Services, "orchard"];

    [Fact]
    public async Task A_park_is_backed_up_while_clients_write_and_restored_beside_itself()
    {
        await using var restored = new ParkProcess();
        var backup = $"{restored.StateDirectory}.backup";
        restored.Settings["Park__Only"] = RunningPark.IsFull ? null : "infrastructure";
        using var member = await Member.SignInAsync(park);
        try
        {
            var resident = await park.Api.ResidentAsync();
            var ledger = new Ledger(park);
            await ledger.OpenAsync();
            var (since, known) = (DateTimeOffset.UtcNow, Array.Empty<Guid>());
            await HoldMailAsync(member, () => new Writers(park, ledger, resident.Commitment).WhileAsync(async () =>
            {
                known = ledger.Companies;
                await park.BackupAsync(backup);
            }));
            await ledger.CheckAsync();
            Assert.Equal(0, ledger.Refused);

            CheckSecrecy(backup);
            await RefuseDamagedAsync(restored, backup);
            await restored.RestoreAsync(backup);
            await restored.UpAsync();
            await CheckMomentAsync(restored, since, known);
            await CheckFilesAsync(restored, member);
            if (RunningPark.IsFull)
            {
                await CheckWholeAsync(restored, member, ledger.Before, resident);
                await RepeatErasureAsync(restored, member);
            }
        }
        finally
        {
            if (Directory.Exists(backup))
            {
                Directory.Delete(backup, recursive: true);
            }
        }
    }

    /// <summary>A mail waits in the queue while the backup is made.</summary>
    private async Task HoldMailAsync(Member member, Func<Task> meanwhile)
    {
        await park.ExecuteAsync("identity", """
            create function hold() returns trigger language plpgsql as
                $$ begin new.next_at := now() + interval '1 hour'; return new; end $$;
            create trigger hold before insert on mails for each row execute function hold();
            """);
        await member.Visitor.SubmitAsync("/identity/forgot", new() { ["Mail"] = member.Mail });
        await meanwhile();
        await park.ExecuteAsync("identity", "drop function hold cascade; update mails set next_at = now()");
    }

    private static void CheckSecrecy(string backup)
    {
        var top = new DirectoryInfo(backup);
        Assert.Equal(default, top.UnixFileMode & OthersMay);
        Assert.All(
            new DirectoryInfo(Path.Combine(backup, "files")).EnumerateFiles("*", SearchOption.AllDirectories).Concat(
                top.EnumerateFiles()), file => Assert.Equal(default, file.UnixFileMode & OthersMay));
    }

    private static async Task RefuseDamagedAsync(ParkProcess restored, string backup)
    {
        var file = Directory.GetFiles(Path.Combine(backup, "base", "base"), "*_fsm", SearchOption.AllDirectories)[0];
        await FlipAsync();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => restored.RestoreAsync(backup));
        Assert.Contains("base is damaged", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(restored.StateDirectory));
        await FlipAsync();

        async Task FlipAsync()
        {
            var content = await File.ReadAllBytesAsync(file);
            content[^1] ^= 1;
            await File.WriteAllBytesAsync(file, content);
        }
    }

    /// <summary>All databases are of one moment, later than the first thing known, in a life of their own.</summary>
    private async Task CheckMomentAsync(ParkProcess restored, DateTimeOffset since, Guid[] known)
    {
        const string timeline = "select ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int";
        Assert.NotEmpty(known);
        var verified = await AskAsync<Guid>(
            restored, "registry", "select id from companies where id = any($1) and status = 'Verified'", known);
        Assert.Equal(known.Order(), verified.Order());
        Assert.True((await AskAsync<int>(restored, "registry", timeline))[0]
            > await park.ScalarAsync<int>("registry", timeline));

        var told = new HashSet<Guid>();
        foreach (var publisher in Publishers)
        {
            told.UnionWith(await AskAsync<Guid>(restored, publisher, "select id from events"));
        }

        foreach (var listener in RunningPark.Centres.Where(centre => centre != "registry"))
        {
            var heard = await AskAsync<Guid>(
                restored, listener, "select message_id from inbox where received_at >= $1", since.UtcDateTime);
            Assert.NotEmpty(heard);
            Assert.True(heard.TrueForAll(told.Contains), $"{listener} has heard what nobody said");
        }
    }

    private async Task CheckFilesAsync(ParkProcess restored, Member member)
    {
        Assert.Equal(
            await File.ReadAllBytesAsync(park.PathOf("secrets", "identity.p12")),
            await File.ReadAllBytesAsync(Path.Combine(restored.StateDirectory, "secrets", "identity.p12")));
        Assert.NotEqual(0, new MailFolder(Path.Combine(restored.StateDirectory, "mail")).Count(member.Mail));
        Assert.NotEmpty(await AskAsync<Guid>(restored, "identity", "select id from mails where next_at > now()"));
    }

    /// <summary>Who could sign in still can, what was sealed opens, and every figure is that of the moment.</summary>
    private async Task CheckWholeAsync(ParkProcess restored, Member member, decimal before, Resident resident)
    {
        var state = restored.State;
        using var again = await member.ElsewhereAsync(state.Gateway);
        Assert.Equal(HttpStatusCode.OK, await again.CallAsync(HttpMethod.Get, "/api/identity/v1/me"));
        Assert.Subset(await KeysAsync(state), await KeysAsync(park.State));
        await AskAsync<Guid>(restored, "identity", "update mails set next_at = now() returning id");
        await new MailFolder(Path.Combine(restored.StateDirectory, "mail")).LinkAsync(member.Mail, "/reset");

        var paid = await AskAsync<decimal>(
            restored, "investment", "select rub_amount_amount from tranches where commitment_id = $1",
            Guid.Parse(resident.Commitment.Split('/')[^1]));
        using var http = await state.ClientAsync();
        var api = new ParkClient.ParkClient(http);
        await Eventually.TrueAsync("the headline is that of the moment", async () => decimal.Parse(
            (await api.GetAsync("/api/insights/v1/headline")).Body.GetProperty("attracted").GetProperty("amount")
                .GetString()!, CultureInfo.InvariantCulture) == before + paid.Sum(), TimeSpan.FromSeconds(90));
        Assert.Equal(
            (await AskAsync<long>(restored, "registry", "select count(*) from companies"))[0],
            await api.ListAsync("/api/registry/v1/companies").LongCountAsync());
    }

    /// <summary>Somebody who was erased since the backup comes back by it, and goes again by the list.</summary>
    private async Task RepeatErasureAsync(ParkProcess restored, Member member)
    {
        const string known = "select id from accounts where email = $1";
        Assert.NotEmpty(await AskAsync<Guid>(restored, "identity", known, member.Mail));
        await member.EraseAsync();
        var list = Path.Combine(restored.StateDirectory, "erased.txt");
        await File.WriteAllTextAsync(list, await park.ErasuresAsync());
        await restored.RepeatErasuresAsync(list);
        Assert.Empty(await AskAsync<Guid>(restored, "identity", known, member.Mail));
    }

    private static async Task<HashSet<string>> KeysAsync(ParkState state)
    {
        var identity = state.Resources.First(process => process.Name == "identity").Endpoints["http"];
        using var http = new HttpClient();
        var keys = await http.GetFromJsonAsync<JsonElement>(new Uri(identity, "/identity/.well-known/jwks"));
        return [.. keys.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<List<T>> AskAsync<T>(
        ParkProcess restored, string database, string sql, params object[] values)
    {
        await using var source = NpgsqlDataSource.Create(
            $"{restored.State.Postgres};Database={database};Pooling=false");
        await using var command = source.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        var found = new List<T>();
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            found.Add(rows.GetFieldValue<T>(0));
        }

        return found;
    }
}

using OpenIddict.EntityFrameworkCore.Models;
using Technopark.Identity.Email;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Identity.People;

/// <summary>What this service knows about a person: all that the id resolves to.</summary>
internal sealed class PersonalDataExport(IdentityDb db, EmailComposer emails, TimeProvider clock) : IPersonalRecords
{
    public string Kind => "person";

    public async Task<IReadOnlyList<object>> CopyAsync(Guid person, CancellationToken ct)
    {
        if (await db.People.AsNoTracking().FirstOrDefaultAsync(row => row.Id == person, ct) is not { } known
            || await db.Accounts.AsNoTracking().FirstOrDefaultAsync(row => row.Id == person, ct) is not { } account)
        {
            return [];
        }

        return
        [
            new
            {
                known.Id,
                known.Name,
                account.Email,
                known.Language,
                Roles = RoleNames.In(known.AllRoles).Select(RoleNames.NameOf).ToArray(),
                SignedUpAt = known.CreatedAt,
                known.BlockedAt,
                known.BlockedReason,
                SignsInAt = await db.Logins.Where(row => row.UserId == person)
                    .Select(row => new { Provider = row.LoginProvider, Subject = row.ProviderKey }).ToListAsync(ct),
                account.TwoFactorEnabled,
                Passkeys = await db.Passkeys.Where(row => row.UserId == person)
                    .Select(row => new
                    {
                        row.Data.Name,
                        AddedAt = row.Data.CreatedAt,
                        UsedAt = EF.Property<DateTimeOffset?>(row, IdentityDb.PasskeyUsedAt),
                    })
                    .ToListAsync(ct),
                Consents = await db.Consents.Where(row => row.PersonId == person)
                    .Select(row => new { row.Kind, row.TextVersion, row.GivenAt }).ToListAsync(ct),
                Sessions = await db.Sessions.Where(row => row.PersonId == person).OrderBy(row => row.StartedAt)
                    .Select(row => new { row.StartedAt, row.LastSeenAt, row.EndedAt, row.Device, row.Address })
                    .ToListAsync(ct),
                Invitations = await db.Invitations.To(account.Email)
                    .Select(row => new { row.CreatedAt, row.ExpiresAt, row.Status }).ToListAsync(ct),
            },
        ];
    }

    /// <summary>Consents stay, by the id alone: they prove that the data were rightly kept.</summary>
    public async Task EraseAsync(Guid person, CancellationToken ct)
    {
        if (await db.People.FirstOrDefaultAsync(row => row.Id == person && row.ErasedAt == null, ct) is not { } known)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var account = await db.Accounts.AsNoTracking().FirstAsync(row => row.Id == person, ct);
        if (account.Email is { } mail)
        {
            emails.Queue(mail, known.Language, "Erased");
        }

        await ForgetInvitationsAsync(person, account.Email, ct);
        await db.Accounts.Where(row => row.Id == person).ExecuteDeleteAsync(ct);
        // Ended sessions stay for as long as their tokens would, so that everybody refuses them.
        await db.Sessions.Where(row => row.PersonId == person).ExecuteUpdateAsync(
            row => row.SetProperty(session => session.EndedAt, session => session.EndedAt ?? now)
                .SetProperty(session => session.Device, "").SetProperty(session => session.Address, ""),
            ct);
        var subject = person.ToString();
        await db.Set<OpenIddictEntityFrameworkCoreToken<Guid>>().Where(row => row.Subject == subject)
            .ExecuteDeleteAsync(ct);
        await db.Set<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().Where(row => row.Subject == subject)
            .ExecuteDeleteAsync(ct);
        known.Erase(now);
    }

    /// <summary>Those to their address and those they came by; and the answers that were kept about them.</summary>
    private async Task ForgetInvitationsAsync(Guid person, string? mail, CancellationToken ct)
    {
        var actor = person.ToString();
        var used = await db.Database.SqlQuery<Guid>(
            $"""
            select target_id as "Value" from audit where actor = {actor} and outcome = {AuditEventTypes.InvitationUsed}
            """)
            .ToListAsync(ct);
        var invitations = await db.Invitations.To(mail).Select(row => row.Id)
            .Union(db.Invitations.Where(row => used.Contains(row.Id)).Select(row => row.Id))
            .ToListAsync(ct);
        await db.ForgetAnswersAsync(invitations.ConvertAll(id => id.ToString()), ct);
        await db.Invitations.Where(row => invitations.Contains(row.Id)).ExecuteDeleteAsync(ct);
    }
}

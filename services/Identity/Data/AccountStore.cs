using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Technopark.Identity.Data;

/// <summary>Accounts in the database, with app keys and recovery codes sealed: a copy of it signs nobody in.</summary>
internal sealed class AccountStore(IdentityDb db, IDataProtectionProvider protection, IdentityErrorDescriber faults)
    : UserOnlyStore<Account, IdentityDb, Guid>(db, faults)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Technopark.Identity.SecondStep");

    public override Task SetTokenAsync(
        Account user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _seal.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(
        Account user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var kept = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        try
        {
            return kept is null ? null : _seal.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            // From before they were sealed: it is, once it changes.
            return kept;
        }
    }
}

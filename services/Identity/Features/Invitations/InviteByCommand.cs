using System.ComponentModel.DataAnnotations;
using Technopark.Identity.Data;
using Technopark.Identity.Domain;
using Technopark.Identity.Mail;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Features.Invitations;

/// <summary><c>--invite MAIL ROLE</c>: how the first operator of a park gets in.</summary>
internal static class InviteByCommand
{
    private const string Option = "--invite";
    private const int Misused = 2;

    /// <summary>Invites, sends the mail and prints the link.</summary>
    /// <returns>The exit code; null where the program was started for something else.</returns>
    public static async Task<int?> TryInviteAsync(this WebApplication app, string[] args)
    {
        var at = Array.IndexOf(args, Option);
        if (at < 0)
        {
            return null;
        }

        if (args[(at + 1)..] is not [var mail, var name] || !new EmailAddressAttribute().IsValid(mail) || RoleNames.Find(name) is Roles.None)
        {
            await Console.Error.WriteLineAsync($"{Option} MAIL ROLE; ROLE: {string.Join(", ", RoleNames.All.Select(RoleNames.NameOf))}");
            return Misused;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var (invitation, link) = scope.ServiceProvider.GetRequiredService<Inviting>().Invite(mail, RoleNames.Find(name), Guid.Empty);
        db.Add(invitation);
        scope.ServiceProvider.GetRequiredService<AuditLog>().Add(db, new Deed(Deeds.Invited, Things.Invitation, invitation.Id, "operator"));
        await db.SaveChangesAsync();
        await app.Services.GetRequiredService<Postman>().SendDueAsync(default);
        await Console.Out.WriteLineAsync(link);
        return 0;
    }
}

using System.Text.RegularExpressions;

namespace Technopark.Identity.Data;

/// <summary>Finds invitations by the mail address that they were sent to, whatever its letters' case.</summary>
internal static partial class InvitationsTo
{
    public static IQueryable<Invitation> To(this IQueryable<Invitation> invitations, string? mail)
    {
        var pattern = Wildcard().Replace(mail ?? "", @"\$0");
        return invitations.Where(row => EF.Functions.ILike(row.Mail, pattern));
    }

    [GeneratedRegex(@"[\\%_]")]
    private static partial Regex Wildcard();
}

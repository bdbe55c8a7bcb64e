namespace Technopark.Identity.Domain;

/// <summary>What people do with their accounts, as the audit calls it.</summary>
internal static class AuditEventTypes
{
    public const string SignedIn = "signedIn";
    public const string SignedOut = "signedOut";
    public const string SessionEnded = "sessionEnded";
    public const string WrongPassword = "wrongPassword";
    public const string WrongCode = "wrongCode";
    public const string Locked = "locked";
    public const string Blocked = "blocked";
    public const string Unconfirmed = "unconfirmed";
    public const string MailConfirmed = "mailConfirmed";
    public const string PasswordChanged = "passwordChanged";
    public const string PasswordReset = "passwordReset";
    public const string SecondFactorOn = "secondFactorOn";
    public const string SecondFactorOff = "secondFactorOff";
    public const string RecoveryCodesMade = "recoveryCodesMade";
    public const string PasskeyAdded = "passkeyAdded";
    public const string PasskeyRemoved = "passkeyRemoved";
    public const string PasskeyUsed = "passkeyUsed";
    public const string WrongPasskey = "wrongPasskey";
    public const string AccountRecovered = "accountRecovered";
    public const string Invited = "invited";
    public const string InvitationUsed = "invitationUsed";

    /// <summary>A sign-in at the provider came to nothing.</summary>
    public const string ProviderRefused = "providerRefused";

    /// <summary>Somebody who had an account here before came from the provider for the first time.</summary>
    public const string LinkedToProvider = "linkedToProvider";
}

/// <summary>Of what.</summary>
internal static class TargetTypes
{
    public const string Account = "account";
    public const string Client = "client";
    public const string Session = "session";
    public const string Invitation = "invitation";
}

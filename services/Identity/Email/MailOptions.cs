namespace Technopark.Identity.Email;

/// <summary>Section <c>Identity:Mail</c> of the configuration: how mails leave the park.</summary>
internal sealed class MailOptions
{
    public const string Section = "Identity:Mail";

    /// <summary>Address that mails come from.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "noreply@technopark.invalid";

    /// <summary>The server that takes mails; without one they are written to <see cref="Folder"/>.</summary>
    [ValidateObjectMembers]
    public SmtpOptions? Smtp { get; init; }

    /// <summary>Where each becomes a file; null for <c>mail</c> in the state or else the temporary directory.</summary>
    public string? Folder { get; init; }

    /// <summary>Mails an hour that the forms for sign-up and for a new password may cause to one address.</summary>
    [Range(1, 1000)]
    public int PerAddressAnHour { get; init; } = 5;

    /// <summary>How often the queue is looked at.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);
}

/// <summary>Section <c>Identity:Mail:Smtp</c>.</summary>
internal sealed class SmtpOptions
{
    [Required]
    public string Host { get; init; } = "";

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Null where the server asks for no sign-in.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }
}

namespace Technopark.Identity.Passkeys;

/// <summary>For which address passkeys are good: the public one of these pages, whatever a request says.</summary>
internal sealed class PasskeyRules(IOptions<JwtAuthenticationOptions> address)
    : IConfigureOptions<IdentityPasskeyOptions>
{
    private const string Required = "required";

    private readonly Uri _issuer = address.Value.Issuer;

    /// <summary>False where the park has no name: browsers make none for an IP address.</summary>
    public bool CanBe => _issuer.HostNameType == UriHostNameType.Dns;

    public void Configure(IdentityPasskeyOptions options)
    {
        var origin = new UriBuilder(_issuer.Scheme, _issuer.IdnHost, _issuer.Port).Uri.GetComponents(
            UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        options.ServerDomain = _issuer.IdnHost;
        options.ValidateOrigin = asked =>
            ValueTask.FromResult(asked is { CrossOrigin: false, TopOrigin: null } && asked.Origin == origin);
        // Nobody is asked for a code after it: the device itself must have asked for finger, face or PIN.
        options.UserVerificationRequirement = Required;
        // Nobody types an address before it: the device must find it by that of the park.
        options.ResidentKeyRequirement = Required;
    }
}

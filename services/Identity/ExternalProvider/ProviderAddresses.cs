using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Technopark.Identity.ExternalProvider;

/// <summary>Where the provider is to be asked, as it says itself.</summary>
internal sealed partial class ProviderAddresses(
    IOptionsMonitor<OpenIdConnectOptions> options, ILogger<ProviderAddresses> log)
{
    /// <summary>Null while it is away.</summary>
    public async Task<OpenIdConnectConfiguration?> FindAsync(CancellationToken ct)
    {
        try
        {
            return await options.Get(ProviderSignIn.Scheme).ConfigurationManager!.GetConfigurationAsync(ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogAway(log, e.InnerException?.Message ?? e.Message);
            return null;
        }
    }

    /// <summary>True where the provider did not answer, whatever it would have said.</summary>
    public static bool IsAway(Exception? failure) => failure switch
    {
        null => false,
        HttpRequestException or OperationCanceledException or IOException => true,
        _ => IsAway(failure.InnerException),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider is away: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}

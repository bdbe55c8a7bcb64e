using System.Security.Cryptography.X509Certificates;

namespace Aspire.Hosting.Dcp;

/// <summary>Where the orchestrator listens, and what it must show and be shown.</summary>
internal sealed record DcpCredentials(Uri Server, X509Certificate2 Authority, string Token)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>The file appears empty and is filled a second or so later: the token comes last.</summary>
    public static async Task<DcpCredentials> ReadWhenWrittenAsync(string kubeconfig, CancellationToken ct)
    {
        while (true)
        {
            var text = File.Exists(kubeconfig) ? await File.ReadAllTextAsync(kubeconfig, ct) : "";
            if (ValueOf(text, "server") is { } server
                && ValueOf(text, "certificate-authority-data") is { } authority
                && ValueOf(text, "token") is { } token)
            {
                return new DcpCredentials(
                    new Uri(server), X509CertificateLoader.LoadCertificate(Convert.FromBase64String(authority)), token);
            }

            await Task.Delay(PollInterval, ct);
        }
    }

    private static string? ValueOf(string yaml, string key)
    {
        var line = yaml.Split('\n').FirstOrDefault(line => line.TrimStart(' ', '-').StartsWith($"{key}:", StringComparison.Ordinal));
        var value = line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Trim('"');
        return string.IsNullOrEmpty(value) ? null : value;
    }
}

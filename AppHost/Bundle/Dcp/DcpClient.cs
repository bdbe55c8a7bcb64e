using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Aspire.Hosting.Dcp;

/// <summary>The orchestrator's interface: objects in the manner of Kubernetes, over HTTPS on loopback.</summary>
internal sealed class DcpClient : IDisposable
{
    private const string Objects = "apis/usvc-dev.developer.microsoft.com/v1";
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient _http;

    public DcpClient(DcpCredentials credentials)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { credentials.Authority },
        };
        var handler = new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } };
        _http = new HttpClient(handler) { BaseAddress = credentials.Server, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", credentials.Token);
    }

    public async Task CreateAsync(DcpKind kind, string name, JsonObject spec, JsonObject annotations, CancellationToken ct)
    {
        var body = new JsonObject
        {
            ["apiVersion"] = "usvc-dev.developer.microsoft.com/v1",
            ["kind"] = kind.Name,
            ["metadata"] = new JsonObject { ["name"] = name, ["annotations"] = annotations },
            ["spec"] = spec,
        };
        using var response = await _http.PostAsJsonAsync($"{Objects}/{kind.Plural}", body, ct);
        await EnsureDoneAsync(response, ct);
    }

    public async Task StopAsync(string executable, CancellationToken ct)
    {
        using var content = Json("""{"spec":{"stop":true}}""", "application/merge-patch+json");
        using var response = await _http.PatchAsync($"{Objects}/executables/{executable}", content, ct);
        await EnsureDoneAsync(response, ct);
    }

    /// <summary>Removes an executable, its process too, and returns when it is gone.</summary>
    public async Task DeleteAsync(string executable, CancellationToken ct)
    {
        using (var response = await _http.DeleteAsync($"{Objects}/executables/{executable}", ct))
        {
            if (response.StatusCode != HttpStatusCode.NotFound)
            {
                await EnsureDoneAsync(response, ct);
            }
        }

        while (true)
        {
            using var response = await _http.GetAsync($"{Objects}/executables/{executable}", ct);
            if (response.StatusCode == HttpStatusCode.NotFound)
            {
                return;
            }

            await Task.Delay(PollInterval, ct);
        }
    }

    /// <summary>Every change of every executable, from now on.</summary>
    public async IAsyncEnumerable<DcpChange> WatchAsync([EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var line in LinesAsync($"{Objects}/executables?watch=true", ct))
        {
            if (JsonSerializer.Deserialize<DcpChange>(line, JsonSerializerOptions.Web) is { Object.Metadata: not null } change)
            {
                yield return change;
            }
        }
    }

    /// <summary>What an executable writes, line by line, until it is removed.</summary>
    /// <param name="executable">Its name.</param>
    /// <param name="source">"stdout" or "stderr".</param>
    /// <param name="ct">Ends the reading.</param>
    public IAsyncEnumerable<string> LogAsync(string executable, string source, CancellationToken ct) =>
        LinesAsync($"{Objects}/executables/{executable}/log?source={source}&follow=true&timestamps=true", ct);

    /// <summary>Stops all executables and returns when they have stopped, then ends the orchestrator.</summary>
    public async Task ShutDownAsync(CancellationToken ct)
    {
        var status = "";
        await ChangeExecutionAsync("""{"status":"CleaningResources","shutdownResourceCleanup":"Full"}""", ct);
        while (status != "CleanupComplete")
        {
            await Task.Delay(PollInterval, ct);
            var execution = await _http.GetFromJsonAsync<JsonObject>("admin/execution", ct);
            status = (string?)execution?["status"];
        }

        await ChangeExecutionAsync("""{"status":"Stopping"}""", ct);
    }

    public void Dispose() => _http.Dispose();

    private async Task ChangeExecutionAsync(string change, CancellationToken ct)
    {
        using var content = Json(change, "application/merge-patch+json");
        using var response = await _http.PatchAsync("admin/execution", content, ct);
        await EnsureDoneAsync(response, ct);
    }

    private async IAsyncEnumerable<string> LinesAsync(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, ct);
        await EnsureDoneAsync(response, ct);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(ct), Encoding.UTF8);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            yield return line;
        }
    }

    // A charset in the content type is refused with 415.
    private static ByteArrayContent Json(string text, string mediaType) =>
        new(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };

    private static async Task EnsureDoneAsync(HttpResponseMessage response, CancellationToken ct)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                $"{response.RequestMessage?.RequestUri?.AbsolutePath}: {await response.Content.ReadAsStringAsync(ct)}",
                inner: null, response.StatusCode);
        }
    }
}

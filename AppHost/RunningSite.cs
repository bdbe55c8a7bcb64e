using System.Text.Json;

namespace Technopark.AppHost;

/// <summary>The park that runs in a state directory, as somebody who may read the directory uses it.</summary>
internal sealed class RunningSite(string state, ParkFile park)
{
    public ParkFile Park => park;

    /// <summary>Says on the error stream that there is none, and returns null.</summary>
    public static async Task<RunningSite?> TryReadAsync(string state)
    {
        var file = Path.Combine(state, "park.json");
        if (!File.Exists(file))
        {
            Fail($"No park is running in {state}.");
            return null;
        }

        return new RunningSite(state, JsonSerializer.Deserialize<ParkFile>(await File.ReadAllTextAsync(file), JsonSerializerOptions.Web)!);
    }

    /// <summary>A client of a service's door for operators, beside the gateway.</summary>
    public async Task<HttpClient> OperateAsync(string service)
    {
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-Operations-Key", await File.ReadAllTextAsync(Path.Combine(state, "secrets", $"operations-{service}")));
        return http;
    }

    /// <summary>Address of a page of the identity service.</summary>
    public Uri Identity(string page) => new(new Uri(park.Resources.First(process => process.Name == "identity").Endpoints["http"]), page);

    /// <returns>The exit code.</returns>
    public static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }
}

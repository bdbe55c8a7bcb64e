using Microsoft.AspNetCore.Builder;
using Technopark.Gateway;

namespace Technopark.SystemTests;

/// <summary>One more replica of the park's gateway, in the process of the test.</summary>
internal static class AnotherGateway
{
    /// <param name="clock">What it takes for the time; null for the true one.</param>
    /// <param name="settings">Where it differs from the park's own.</param>
    public static async Task<WebApplication> AnotherGatewayAsync(
        this RunningPark park, TimeProvider? clock, params string[] settings)
    {
        var gateway = GatewayHost.Create(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None",
                $"--ConnectionStrings:gateway={park.ConnectionOf("gateway")}",
                $"--services:identity:http:0={park.Inside("identity")}",
                $"--SignIn:Issuer={new Uri(park.Http.BaseAddress!, "identity/")}",
                $"--SignIn:ClientSecret={park.Secret("client-gateway")}",
                $"--DataProtection:Certificate={park.PathOf("secrets", "gateway.p12")}",
                $"--DataProtection:Password={park.Secret("gateway-certificate")}",
                .. settings,
            ],
            clock);
        await gateway.StartAsync();
        return gateway;
    }

    public static Task<HttpResponseMessage> GetAsync(this WebApplication gateway, string path, string cookie) =>
        Member.AskAsync(new Uri(gateway.Urls.Single()), path, cookie);

    public static async Task<HttpStatusCode> StatusAsync(this WebApplication gateway, string path, string cookie)
    {
        using var answer = await gateway.GetAsync(path, cookie);
        return answer.StatusCode;
    }
}

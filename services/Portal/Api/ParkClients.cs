using System.Globalization;
using System.Net.Http.Headers;

namespace Technopark.Portal.Api;

/// <summary>A typed client for each service of the park, which asks as the person who looks at the page.</summary>
internal static class ParkClients
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A client for each service that has an API.</summary>
    public static readonly Type[] All =
    [
        .. typeof(ApiProblemException).Assembly.GetExportedTypes()
            .Where(type => type.GetConstructor([typeof(HttpClient)]) is not null),
    ];

    public static void AddParkClients(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddTransient<AsVisitor>();
        foreach (var client in All)
        {
            var service = client.Name[..^"Client".Length].ToLowerInvariant();
            services
                .AddHttpClient(service, http =>
                    (http.BaseAddress, http.Timeout) = (new($"http://{service}"), Patience))
                .AddHttpMessageHandler<AsVisitor>();
            services.AddTransient(client, park => Activator.CreateInstance(
                client, park.GetRequiredService<IHttpClientFactory>().CreateClient(service))!);
        }
    }

    /// <summary>Hands on the token that the gateway made of the browser's cookie, and the page's language.</summary>
    private sealed class AsVisitor(IHttpContextAccessor http) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (http.HttpContext?.Request.Headers.Authorization is [{ } token])
            {
                request.Headers.Authorization = AuthenticationHeaderValue.Parse(token);
            }

            request.Headers.AcceptLanguage.Add(new(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
            return base.SendAsync(request, ct);
        }
    }
}

namespace Technopark.Gateway.Proxy;

/// <summary>A service with a public API under <c>/api/{Name}/v1</c>. A new centre is one line here.</summary>
/// <param name="Name">Short name in lower case, as in <c>services:{Name}:http</c>.</param>
/// <param name="Title">What people call it, in both languages.</param>
internal sealed record Centre(string Name, string Title)
{
    public static readonly Centre[] All =
    [
        new("registry", "Реестр · Registry"),
        new("incubation", "Инкубация · Incubation"),
        new("investment", "Инвестиции · Investment"),
        new("clusters", "Кластеры · Clusters"),
        new("networking", "Нетворкинг · Networking"),
        new("insights", "Аналитика · Insights"),
        new("identity", "Вход и люди · Identity"),
    ];

    /// <summary>Where the gateway shows the centre's OpenAPI document.</summary>
    public string Document => $"/openapi/{Name}.v1.json";
}

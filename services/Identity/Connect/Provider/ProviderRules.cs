using Microsoft.Extensions.Options;
using Technopark.ServiceDefaults;

namespace Technopark.Identity.Connect.Provider;

/// <summary>Says at the start all that is wrong with the settings of the provider.</summary>
internal sealed class ProviderRules(IHostEnvironment environment, IOptions<JwtAuthenticationOptions> own) : IValidateOptions<IdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var wrong = options.Provider is { } provider ? Find(provider).Select(fault => $"{ProviderOptions.Section}:{fault}").ToArray() : [];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Find(ProviderOptions provider)
    {
        if (!IsReachable(provider.Authority))
        {
            yield return "Authority: the provider's https address / адрес провайдера, https";
        }
        else if (provider.Authority.TrimEnd('/') == own.Value.Issuer.AbsoluteUri.TrimEnd('/'))
        {
            yield return "Authority: another server than the park itself / не сам парк, а другой сервер";
        }

        if (!SettingChecks.Present(provider.ClientId))
        {
            yield return "ClientId: how the park is registered at the provider / под каким именем парк заведён у провайдера";
        }

        if (!SettingChecks.Present(provider.Name))
        {
            yield return "Name: what people call the provider / как провайдера называют люди";
        }

        if (!provider.Scopes.Split(' ').Contains("openid"))
        {
            yield return "Scopes: with openid among them / среди них нужен openid";
        }

        foreach (var role in provider.Roles.Keys.Append(provider.DefaultRole).Where(role => role.Length > 0 && RoleNames.Find(role) == Roles.None))
        {
            yield return $"Roles: no role of the park / нет такой роли: {role} ({string.Join(", ", RoleNames.All.Select(RoleNames.NameOf))})";
        }
    }

    private bool IsReachable(string address) =>
        SettingChecks.Https(address) || (environment.IsDevelopment() && Uri.TryCreate(address, UriKind.Absolute, out var local)
            && local.Scheme == Uri.UriSchemeHttp && local.IsLoopback);
}

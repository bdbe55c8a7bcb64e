namespace Technopark.Identity.ExternalProvider;

/// <summary>Says at the start all that is wrong with the settings of the provider.</summary>
internal sealed class ProviderRules(IHostEnvironment environment, IOptions<JwtAuthenticationOptions> own)
    : IValidateOptions<IdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var faults = options.Provider is { } provider ? Find(provider) : [];
        var wrong = faults.Select(fault => $"{ProviderOptions.Section}:{fault}").ToArray();
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> Find(ProviderOptions provider)
    {
        if (!IsReachable(provider.Authority))
        {
            yield return $"Authority: {Bilingual.Of("the provider's https address")}";
        }
        else if (provider.Authority.TrimEnd('/') == own.Value.Issuer.AbsoluteUri.TrimEnd('/'))
        {
            yield return $"Authority: {Bilingual.Of("another server than the park itself")}";
        }

        if (!SettingChecks.Present(provider.ClientId))
        {
            yield return $"ClientId: {Bilingual.Of("how the park is registered at the provider")}";
        }

        if (!SettingChecks.Present(provider.Name))
        {
            yield return $"Name: {Bilingual.Of("what people call the provider")}";
        }

        if (!provider.Scopes.Split(' ').Contains("openid"))
        {
            yield return $"Scopes: {Bilingual.Of("with openid among them")}";
        }

        var known = string.Join(", ", RoleNames.All.Select(RoleNames.NameOf));
        foreach (var role in provider.Roles.Keys.Append(provider.DefaultRole).Where(role => role.Length > 0))
        {
            if (RoleNames.Find(role) == Roles.None)
            {
                yield return $"Roles: {Bilingual.Of("no role of the park")}: {role} ({known})";
            }
        }
    }

    private bool IsReachable(string address) =>
        SettingChecks.Https(address)
            || (environment.IsDevelopment() && Uri.TryCreate(address, UriKind.Absolute, out var local)
            && local.Scheme == Uri.UriSchemeHttp && local.IsLoopback);
}

namespace Technopark.Identity.ExternalProvider;

/// <summary>Says at the start all that is wrong with the settings of the provider.</summary>
internal sealed class ProviderRules(IHostEnvironment environment, IOptions<JwtAuthenticationOptions> own)
    : IValidateOptions<IdentityOptions>
{
    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var wrong = options.Provider is { } provider
            ? Check(provider).Where(setting => !setting.IsGood)
                .Select(setting => $"{ProviderOptions.Section}:{setting.Key}: {setting.Rule}").ToArray()
            : [];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private (string Key, bool IsGood, string Rule)[] Check(ProviderOptions provider)
    {
        var isReachable = IsReachable(provider.Authority);
        var isPark = provider.Authority.TrimEnd('/') == own.Value.Issuer.AbsoluteUri.TrimEnd('/');
        var known = string.Join(", ", RoleNames.All.Select(RoleNames.NameOf));
        return
        [
            ("Authority", isReachable, Bilingual.Of("the provider's https address")),
            ("Authority", !isReachable || !isPark, Bilingual.Of("another server than the park itself")),
            ("ClientId", SettingChecks.Present(provider.ClientId),
                Bilingual.Of("how the park is registered at the provider")),
            ("Name", SettingChecks.Present(provider.Name), Bilingual.Of("what people call the provider")),
            ("Scopes", provider.Scopes.Split(' ').Contains("openid"), Bilingual.Of("with openid among them")),
            .. provider.Roles.Keys.Append(provider.DefaultRole).Where(role => role.Length > 0).Select(
                role => ("Roles", RoleNames.Find(role) != Roles.None,
                    $"{Bilingual.Of("no role of the park")}: {role} ({known})")),
        ];
    }

    private bool IsReachable(string address) =>
        SettingChecks.Https(address)
            || (environment.IsDevelopment() && Uri.TryCreate(address, UriKind.Absolute, out var local)
            && local.Scheme == Uri.UriSchemeHttp && local.IsLoopback);
}

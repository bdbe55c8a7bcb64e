using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Technopark.Identity.Shared;

namespace Technopark.Identity.Tests;

public sealed class CookieTests
{
    [Theory]
    [InlineData("https://park.example/identity/", "__Secure-tp-identity", CookieSecurePolicy.Always)]
    [InlineData("http://127.0.0.1:8080/identity/", "tp-identity", CookieSecurePolicy.SameAsRequest)]
    public void The_cookie_stays_with_the_pages_and_on_https(string issuer, string name, CookieSecurePolicy secure)
    {
        var cookie = new CookieAuthenticationOptions();

        new IdentityCookies(
            Options.Create(new ServiceDefaults.JwtAuthenticationOptions { Issuer = new(issuer) }),
            Options.Create(new Technopark.Identity.IdentityOptions()), TimeProvider.System)
            .Configure(IdentityConstants.ApplicationScheme, cookie);

        Assert.Equal((name, secure), (cookie.Cookie.Name, cookie.Cookie.SecurePolicy));
        Assert.Equal("/identity", cookie.Cookie.Path);
        Assert.True(cookie.Cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, cookie.Cookie.SameSite);
    }
}

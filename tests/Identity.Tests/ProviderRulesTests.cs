using System.Security.Claims;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;
using Technopark.Identity.ExternalProvider;

namespace Technopark.Identity.Tests;

public sealed class ProviderRulesTests
{
    [Fact]
    public void All_that_is_wrong_is_said_at_once_in_both_languages()
    {
        var wrong = Faults(new()
        {
            Authority = "http://idp.example",
            Scopes = "profile",
            DefaultRole = "nobody",
            Roles = new() { ["Director"] = ["a"], ["expert"] = ["b"] },
        });

        Assert.Equal(
            ["Authority", "ClientId", "Name", "Scopes", "Roles", "Roles"], wrong.Select(fault => fault.Split(':')[2]));
        Assert.All(wrong, fault => Assert.StartsWith("Identity:Provider:", fault, StringComparison.Ordinal));
        Assert.All(wrong, fault => Assert.Matches("[a-z] / .*[а-я]", fault));
    }

    [Theory]
    [InlineData("Development", "https://idp.example/realms/park", true)]
    [InlineData("Production", "https://idp.example/realms/park", true)]
    [InlineData("Development", "http://localhost:8180/realms/park", true)]
    [InlineData("Production", "http://localhost:8180/realms/park", false)]
    [InlineData("Development", "http://idp.example/realms/park", false)]
    [InlineData("Development", "", false)]
    [InlineData("Development", "idp.example", false)]
    [InlineData("Development", "http://127.0.0.1:8080/identity", false)]
    [InlineData("Development", "http://127.0.0.1:8080/keycloak", true)]
    public void The_provider_is_asked_in_clear_on_this_machine_only_and_is_not_the_park(
        string stage, string authority, bool isGood) =>
        Assert.Equal(
            isGood, Faults(new() { Authority = authority, ClientId = "park", Name = "Polytech" }, stage).Length == 0);

    [Theory]
    [InlineData("roles", "director,expert")]
    [InlineData("realm_access.roles", "mentor")]
    [InlineData("resource_access.park.roles", "partner")]
    [InlineData("https://idp.example/roles", "investor")]
    [InlineData("groups", "[odd")]
    [InlineData("realm_access", "")]
    [InlineData("nothing.at.all", "")]
    public void Roles_are_found_wherever_the_provider_puts_them(string path, string found)
    {
        var said = new ClaimsPrincipal(new ClaimsIdentity(
        [
            new("roles", "director"), new("roles", "expert"),
            new("realm_access", """{ "roles": ["mentor", 5], "x": "y" }"""),
            new("resource_access", """{ "park": { "roles": ["partner"] } }"""),
            new("https://idp.example/roles", "investor"), new("groups", "[odd"),
        ]));

        Assert.Equal(found, string.Join(',', ClaimPath.Values(said, path)));
    }

    private static string[] Faults(ProviderOptions provider, string stage = "Development")
    {
        var rules = new ProviderRules(
            new HostingEnvironment { EnvironmentName = stage }, Options.Create(new JwtAuthenticationOptions()));
        return [.. rules.Validate(null, new IdentityOptions { Provider = provider }).Failures ?? []];
    }
}

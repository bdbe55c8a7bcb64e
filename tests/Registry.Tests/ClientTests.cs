using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Technopark.Registry.Tests;

/// <summary>A program of somebody else uses the registry, by the package that it installs.</summary>
public sealed class ClientTests(RegistryFixture registry)
{
    [Fact]
    public async Task The_program_of_the_guide_prints_what_the_guide_says()
    {
        await using var door = await OpenDoorAsync(registry.As(Roles.None));
        using var example = new ExampleProgram();
        var printed = await example.RunAsync(door.Urls.Single(), TestTokens.Of(Roles.Manager));
        var promised = Regex.Escape(example.Promised.Trim()).Replace("…", ".*", StringComparison.Ordinal);
        Assert.Matches($@"^{promised}\s*\z", printed);
    }

    /// <summary>An address that leads to the registry, which the tests host without one.</summary>
    private static async Task<WebApplication> OpenDoorAsync(HttpClient inside)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var door = builder.Build();
        door.Run(async context =>
        {
            using var request = new HttpRequestMessage(
                HttpMethod.Parse(context.Request.Method), $"{context.Request.Path}{context.Request.QueryString}");
            request.Content = context.Request.ContentType is null ? null : new StreamContent(context.Request.Body);
            foreach (var (name, value) in context.Request.Headers)
            {
                _ = request.Headers.TryAddWithoutValidation(name, value.ToArray())
                    || request.Content?.Headers.TryAddWithoutValidation(name, value.ToArray()) == true;
            }

            using var answer = await inside.SendAsync(request);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.Headers.ETag = answer.Headers.ETag?.ToString();
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(context.Response.Body);
        });
        await door.StartAsync();
        return door;
    }
}

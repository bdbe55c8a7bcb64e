using Microsoft.AspNetCore.TestHost;

namespace Technopark.ServiceKit.Tests;

/// <summary>What an orchestrator sees while the broker is away.</summary>
public sealed class HealthTests(SampleFixture sample)
{
    [Fact]
    public async Task Requests_are_sent_to_a_centre_without_a_broker()
    {
        await using var replica = await sample.StartAnotherAsync("amqp://nobody:nowhere@127.0.0.1:1");
        using var http = replica.GetTestClient();
        foreach (var (path, said) in new[] { ("/alive", "Healthy"), ("/health", "Degraded") })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.OK, said), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        }
    }
}

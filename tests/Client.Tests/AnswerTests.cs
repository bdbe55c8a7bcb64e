using Microsoft.AspNetCore.Http;
using Technopark.Client.Clusters;
using Technopark.Client.Identity;
using Technopark.Client.Incubation;
using Technopark.Client.Insights;
using Technopark.Client.Investment;
using Technopark.Client.Registry;
using Technopark.Contracts;
using CompanyStatus = Technopark.Client.Registry.CompanyStatus;
using InvestmentClass = Technopark.Client.Insights.InvestmentClass;

namespace Technopark.Client.Tests;

/// <summary>What goes over the wire, and what programs get of it.</summary>
public sealed class AnswerTests
{
    private static readonly Guid Id = Guid.Parse("01234567-89ab-7def-8123-456789abcdef");

    private static readonly string Company = $$"""
        {"id":"{{Id}}","name":"Нева","kind":"universitySpinOff","status":"verified","inn":null,
         "registeredOn":"2024-05-01","createdAt":"2026-01-02T03:04:05.123456+03:00","allowed":["reject"],
         "ofALaterVersion":{},
         "founders":[{"personId":"{{Id}}","name":null,"role":"CEO","sharePercent":33.3333}]}
        """;

    [Fact]
    public async Task What_is_created_comes_back_with_its_state()
    {
        await using var server = await OneAnswerServer.StartAsync(Company, status: 201);
        var answer = await new RegistryClient(server.Http).RegisterCompanyAsync("key 1", new RegisterCompanyRequest
        {
            Name = "Нева",
            Kind = CompanyKind.UniversitySpinOff,
            RegisteredOn = new DateOnly(2024, 5, 1),
            Founders = [new RegisterCompanyFounderRequest { Name = "A", Role = "CEO", SharePercent = 33.3333m }],
        });
        var (request, headers, body) = Assert.Single(server.Seen);
        Assert.Equal(("POST /api/registry/v1/companies", "key 1"), (request, headers["Idempotency-Key"].ToString()));
        Assert.Equal(
            "name kind registeredOn founders",
            string.Join(' ', JsonElement.Parse(body).EnumerateObject().Select(member => member.Name)));
        Assert.Equal("universitySpinOff", JsonElement.Parse(body).GetProperty("kind").GetString());
        Assert.Equal("2024-05-01", JsonElement.Parse(body).GetProperty("registeredOn").GetString());
        Assert.Equal((HttpStatusCode.Created, "\"7\""), (answer.Status, answer.ETag));
        Assert.Equal((Id, CompanyStatus.Verified, null), (answer.Result.Id, answer.Result.Status, answer.Result.Inn));
        Assert.Equal(33.3333m, Assert.Single(answer.Result.Founders).SharePercent);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 0, 4, 5, 123, 456, default), answer.Result.CreatedAt);
    }

    [Fact]
    public async Task A_change_says_which_state_it_starts_from()
    {
        await using var server = await OneAnswerServer.StartAsync(Company);
        var registry = new RegistryClient(server.Http);
        var read = await registry.GetCompanyAsync(Id);
        await registry.VerifyCompanyAsync(read.Result.Id, read.ETag);
        Assert.Equal($"POST /api/registry/v1/companies/{Id}/verify", server.Seen[1].Request);
        Assert.Equal("\"7\"", server.Seen[1].Headers.IfMatch.ToString());
    }

    [Fact]
    public async Task Money_is_that_of_the_contracts()
    {
        await using var server = await OneAnswerServer.StartAsync(
            """{"amount":{"amount":"10.5000","currency":"EUR"},"rubAmount":{"amount":"1000.0000","currency":"RUB"}}""");
        var answer = await new InvestmentClient(server.Http).GetTrancheAsync(Id);
        Assert.Equal(
            (new Money(10.5m, "EUR"), Money.Roubles(1000)), (answer.Result.Amount, answer.Result.RubAmount));
    }

    [Fact]
    public async Task Values_stand_in_the_query_as_the_api_takes_them()
    {
        await using var server = await OneAnswerServer.StartAsync("""{"items":[],"next":null}""");
        await new InsightsClient(server.Http).ListHeadlineTranchesAsync(
            new DateOnly(2026, 3, 1), InvestmentClass.Equity, 2026, Id, 200, "a+b/c=&d");
        Assert.Equal(
            $"GET /api/insights/v1/headline/tranches?asOf=2026-03-01&class=equity&year=2026&companyId={Id}&limit=200"
            + "&cursor=a%2Bb%2Fc%3D%26d", Assert.Single(server.Seen).Request);
    }

    [Fact]
    public async Task An_optional_body_may_be_left_out()
    {
        await using var server = await OneAnswerServer.StartAsync("""{"status":"underReview"}""");
        var answer = await new IncubationClient(server.Http).SubmitApplicationAsync(Id, "\"1\"");
        Assert.Equal(ApplicationStatus.UnderReview, answer.Result.Status);
        Assert.Equal("", Assert.Single(server.Seen).Body);
    }

    [Fact]
    public async Task An_answer_without_a_body_has_a_status()
    {
        await using var server = await OneAnswerServer.StartAsync(context =>
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        });
        var answer = await new IdentityClient(server.Http).EndSessionAsync(Id);
        Assert.Equal((null, HttpStatusCode.NoContent, ""), (answer.Result, answer.Status, answer.ETag));
    }

    [Fact]
    public async Task A_file_is_read_from_the_answer()
    {
        await using var server = await OneAnswerServer.StartAsync(context =>
        {
            context.Response.ContentType = "application/zip";
            return context.Response.Body.WriteAsync(new byte[] { 80, 75, 3, 4 }).AsTask();
        });
        var answer = await new IdentityClient(server.Http).GetMyDataAsync();
        using var kept = new MemoryStream();
        await using (answer.Result)
        {
            await answer.Result.CopyToAsync(kept);
        }

        Assert.Equal("PK\u0003\u0004"u8, kept.ToArray());
    }

    [Fact]
    public async Task A_list_is_walked_part_by_part()
    {
        await using var server = await OneAnswerServer.StartAsync(context => context.Response.WriteAsync(
            context.Request.Query["cursor"].ToString() switch
            {
                "" => """{"items":[{"region":"78"},{"region":"77"}],"next":"two"}""",
                "two" => """{"items":[{"region":"16"}],"next":"three"}""",
                _ => """{"items":[],"next":null}""",
            }));
        var clusters = new ClustersClient(server.Http);
        var regions = await Answers.WalkAsync(
            cursor => clusters.ListInitiativesAsync(InitiativeStatus.Active, cursor: cursor),
            part => (part.Items, part.Next)).Select(initiative => initiative.Region).ToListAsync();
        Assert.Equal(["78", "77", "16"], regions);
        Assert.Equal(3, server.Seen.Count);
        Assert.All(server.Seen, seen => Assert.Contains("status=active", seen.Request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Events_come_while_the_answer_goes_on()
    {
        using var ended = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var server = await OneAnswerServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync(
                "event: keepAlive\ndata:\n\nevent: headline\ndata: {\"asOf\":\"2026-03-01\"}\n\n", ended.Token);
            await context.Response.Body.FlushAsync(ended.Token);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var headline = await new InsightsClient(server.Http).StreamHeadlineAsync(ended.Token)
            .Of<HeadlineView>("headline").FirstAsync(ended.Token);
        Assert.Equal(new DateOnly(2026, 3, 1), headline.AsOf);
    }
}

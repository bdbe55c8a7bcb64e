using Grpc.Core;
using Grpc.Net.Client;
using Technopark.Companies.V1;
using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Xunit;

namespace Technopark.TestKit;

/// <summary>A centre tells who verifies companies what of it stands on a verification, and nobody else.</summary>
public abstract class CompanyDependentsTests<TProgram>(CentreFixture<TProgram> centre)
    where TProgram : class
{
    private static readonly string Verifier = EventTypes.ServiceOf(typeof(CompanyVerified));

    /// <summary>What depends on a company, in the plural.</summary>
    protected abstract string Kind { get; }

    /// <summary>Begins what depends on the company, up to the step before it does.</summary>
    protected abstract Task<ParkClient.Thing> BeginAsync(Guid company);

    /// <summary>The steps after which it depends on the company, and after which it does no more.</summary>
    protected abstract (Func<Task> Until, Func<Task> After) StepsOf(ParkClient.Thing begun);

    [Fact]
    public async Task It_tells_what_depends_on_a_company_while_it_does()
    {
        var company = await centre.CompanyAsync();
        var (until, after) = StepsOf(await BeginAsync(company));
        await Says("", company);
        await until();
        await Says(Kind, company);
        await Says("", Guid.CreateVersion7());
        await after();
        await Says("", company);
    }

    [Fact]
    public async Task It_tells_nobody_but_who_verifies_companies()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => AskAsync("stranger", Guid.CreateVersion7()));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private async Task Says(string kinds, Guid company) => Assert.Equal(kinds, await AskAsync(Verifier, company));

    private async Task<string> AskAsync(string service, Guid company)
    {
        using var channel = GrpcChannel.ForAddress(
            "http://localhost", new GrpcChannelOptions { HttpHandler = centre.Handler });
        var reply = await new CompanyDependents.CompanyDependentsClient(channel).FindAsync(
            new FindRequest { CompanyId = company.ToString() },
            new Metadata { { "Authorization", $"Bearer {TestTokens.OfService(service)}" } });
        return string.Join(' ', reply.Kinds);
    }
}

using Grpc.Core;
using Technopark.Companies.V1;
using Technopark.ServiceKit.Feed;

namespace Technopark.Registry.Features.Companies;

/// <summary>Asks every centre what it has that depends on a company being verified.</summary>
internal sealed class DependentsOfCompanies(ServiceChannels centres, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="ProblemException">
    /// 409: something depends on it, by centre; 503: a centre does not answer, and silence is no consent.
    /// </exception>
    public async Task RequireNoneAsync(Guid company, CancellationToken ct)
    {
        var deadline = clock.GetUtcNow() + Patience;
        var answers = await Task.WhenAll(
            centres.Names.Order().Select(async name => (name, Kinds: await AskAsync(name, company, deadline, ct))));
        var depending = answers.Where(answer => answer.Kinds.Length > 0).ToDictionary(
            answer => answer.name, answer => answer.Kinds.Select(ProblemText.Of).ToArray());
        if (depending.Count > 0)
        {
            var names = string.Join(
                "; ", depending.Select(centre => $"{centre.Key}: {string.Join(", ", centre.Value)}"));
            throw new ProblemException(
                ProblemKind.Conflict, "companyDependedOn",
                $"Other centres have what stands on this verification. {names}.", depending);
        }
    }

    private async Task<string[]> AskAsync(
        string centre, Guid company, DateTimeOffset deadline, CancellationToken ct)
    {
        try
        {
            var reply = await new CompanyDependents.CompanyDependentsClient(centres.To(centre)).FindAsync(
                new FindRequest { CompanyId = company.ToString() }, deadline: deadline.UtcDateTime,
                cancellationToken: ct);
            return [.. reply.Kinds];
        }
        catch (RpcException) when (!ct.IsCancellationRequested)
        {
            throw ProblemException.Unavailable(
                $"The service {centre} does not say now whether it has what depends on the company: try again later.");
        }
    }
}

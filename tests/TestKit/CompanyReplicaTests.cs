using Technopark.Contracts;
using Xunit;

namespace Technopark.TestKit;

/// <summary>A centre knows a company as the registry last said, whatever comes first and however often.</summary>
public abstract class CompanyReplicaTests<TProgram>(CentreFixture<TProgram> centre)
    where TProgram : class
{
    [Theory]
    [InlineData("rvl")]
    [InlineData("rlv")]
    [InlineData("vrl")]
    [InlineData("vlr")]
    [InlineData("lrv")]
    [InlineData("lvr")]
    public async Task The_same_events_in_any_order_and_twice_make_the_same_company(string order)
    {
        var company = Guid.CreateVersion7();
        foreach (var letter in order)
        {
            IntegrationEvent message = letter switch
            {
                'r' => CompanyEvents.Registered(company, "Старое имя"),
                'v' => CompanyEvents.Verified(company),
                _ => CompanyEvents.Liquidated(company),
            };
            await centre.HearAsync(message, times: 2);
        }

        var shown = await centre.Api.GetAsync($"{centre.Root}/companies/{company}");
        var kept = await centre.ScalarAsync<string>(
            "select concat_ws(' ', status_version, okved_main, region) from company_replica where id = $1", company);
        var known = (shown.Text("name"), shown.Status, kept);
        if (known != (CompanyEvents.Name, "liquidated", "3 62.01 78"))
        {
            throw new InvalidOperationException($"{order} ended as {known}.");
        }
    }
}

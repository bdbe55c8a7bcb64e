namespace Technopark.ServiceKit.Tests;

/// <summary>
/// What an answer names by an id, it names for people too: <c>companyName</c> beside <c>companyId</c>.
/// </summary>
public sealed class NamedIdTests
{
    private static readonly Dictionary<string, string> Exceptions = new()
    {
        ["eventId"] = "An event has no name: its type and summary say what it is.",
        ["trancheId"] = "A tranche has no name: its company, sum and day stand beside.",
        ["commitmentId"] = "A commitment has no name: its round, company and investor stand beside.",
        ["applicationId"] = "An application has no name: its company and programme stand beside.",
        ["interestId"] = "An interest is called as its offer, and offerName says it.",
        ["personId"] = "Names of people are identity's alone.",
        ["ListIssuers.companyId"] = "The issuer is the company, and is called by its name.",
        ["GetIssuer.companyId"] = "The issuer is the company, and is called by its name.",
        ["ListInitiativeSuggestions.companyId"] = "The suggestion is the company, and is called by its name.",
    };

    [Fact]
    public void Every_id_in_an_answer_has_its_name_beside_it()
    {
        var ids = Repository.Centres.SelectMany(Operation.Of)
            .SelectMany(operation => operation.NamedIds.Select(id => (Operation: operation.Name, Id: id))).ToArray();
        Assert.Contains(ids, one => one.Id.IsNamed);
        Assert.Empty(ids.Where(one => !one.Id.IsNamed && !Exceptions.ContainsKey(one.Id.Name)
            && !Exceptions.ContainsKey($"{one.Operation}.{one.Id.Name}"))
            .Select(one => $"{one.Operation}.{one.Id.Name}").Distinct());
    }
}

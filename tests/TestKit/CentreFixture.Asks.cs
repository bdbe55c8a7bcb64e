using Technopark.Contracts.Identity;
using Technopark.ParkClient;
using Technopark.ServiceDefaults;

namespace Technopark.TestKit;

/// <summary>What tests of several centres ask of the centre's API.</summary>
public abstract partial class CentreFixture<TProgram>
{
    /// <summary>Ids of a whole list in its order, read in parts.</summary>
    /// <param name="id">What the list calls them.</param>
    public async Task<List<Guid>> IdsAsync(string path, int limit = 200, string id = "id") =>
        await Api.ListAsync(path, limit).Select(item => item.GetProperty(id).GetGuid()).ToListAsync();

    /// <summary>The thing as it is now.</summary>
    public Task<Thing> NowAsync(Thing thing) => Api.GetAsync(thing.Path);

    /// <summary>How a creation that is sent as it stands is refused, in short.</summary>
    public async Task<string> BodyRefusedAsync(string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new StringContent(body, null, "application/json");
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await Http.SendAsync(request);
        return await answer.InShortAsync();
    }

    /// <summary>A company that the registry has entered.</summary>
    /// <param name="owners">People who act for it.</param>
    public async Task<Guid> RegisteredCompanyAsync(params Guid[] owners)
    {
        var company = Guid.CreateVersion7();
        await HearAsync(CompanyEvents.Registered(company, owners: owners));
        return company;
    }

    /// <summary>A company that the registry has verified.</summary>
    /// <inheritdoc cref="RegisteredCompanyAsync"/>
    public async Task<Guid> CompanyAsync(params Guid[] owners)
    {
        var company = await RegisteredCompanyAsync(owners);
        await HearAsync(CompanyEvents.Verified(company));
        return company;
    }

    /// <summary>A person of whom identity has told: what bodies may name.</summary>
    public async Task<Guid> PersonAsync(Roles roles, Guid? id = null)
    {
        var person = id ?? Guid.CreateVersion7();
        var names = RoleNames.In(roles).Select(RoleNames.NameOf).ToArray();
        await HearAsync(new PersonRolesChanged(person, names) { Version = 1 });
        return person;
    }

    /// <summary>What the centre said of a thing or a company, in order, by short names.</summary>
    public async Task<string[]> EventsAsync(Guid about) => [.. (await SaidAsync(about)).Select(said => said.Type)];

    /// <summary>How a question is refused, in short.</summary>
    public async Task<string> GetRefusedAsync(string path) => (await Api.RefusedAsync(HttpMethod.Get, path)).InShort();

    /// <summary>How a creation is refused, in short.</summary>
    public async Task<string> CreateRefusedAsync(string path, object body, string? key = null) =>
        (await Api.CreateRefusedAsync(path, body, key)).InShort();

    /// <summary>How a step of a thing is refused, from the state it has now, in short.</summary>
    public async Task<string> ActRefusedAsync(Thing thing, string verb, object? body = null) =>
        (await Api.ActRefusedAsync(thing.Path, verb, body)).InShort();

    /// <summary>The state after an attempt, or its refusal in short: for attempts that run at the same time.</summary>
    public static async Task<string> OutcomeAsync(Func<Task<Thing>> act)
    {
        try
        {
            return (await act()).Status;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.InShort();
        }
    }
}

using Xunit;

namespace Technopark.TestKit;

/// <summary>What a page of a list costs.</summary>
public abstract partial class AccessMatrix<TProgram>
{
    /// <summary>True where the service shows things in parts.</summary>
    public bool HasLists => Operation.Of(centre.Name).Any(operation => operation.IsList);

    /// <summary>Reads every list with one thing on the page, and with all that fit.</summary>
    /// <returns>Where more things took more statements, a line each, and how many lists had more than one.</returns>
    public async Task<(string Violations, int Tried)> PageViolationsAsync()
    {
        var (found, tried) = (new List<string>(), 0);
        var theirs = await OpenAsync();
        await (_closed ??= MakeAsync(Guid.CreateVersion7(), open: false));
        foreach (var list in Operation.Of(centre.Name).Where(operation => operation.IsList))
        {
            var path = list.PathTo(theirs.ThingOf(list));
            var one = await CostAsync($"{path}?limit=1");
            var all = await CostAsync($"{path}?limit=200");
            tried += all.Things > 1 ? 1 : 0;
            if (all.Things > 1 && (one.Statements == 0 || one.Statements != all.Statements))
            {
                found.Add($"{list}: {one.Statements} statements for one, {all.Statements} for {all.Things}");
            }
        }

        return (string.Join('\n', found), tried);
    }

    private async Task<(int Things, int Statements)> CostAsync(string path)
    {
        using var count = new StatementCount();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", count.Traceparent);
        using var answer = await centre.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (page.GetProperty("items").GetArrayLength(), count.Statements);
    }
}

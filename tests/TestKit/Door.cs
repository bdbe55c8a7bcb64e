using System.Net;
using Technopark.ServiceDefaults;
using Xunit;

namespace Technopark.TestKit;

/// <summary>Who gets in at an operation, and who does not, held against its row of the access table.</summary>
public static class Door
{
    /// <summary>Tries one operation as nobody and in every role.</summary>
    /// <returns>Where the answer was not what the row says, in words; nothing where all is well.</returns>
    public static async Task<IReadOnlyList<string>> MishapsAsync<TProgram>(this CentreFixture<TProgram> centre, string operation)
        where TProgram : class
    {
        var row = Operation.Of(centre.Name).Single(known => known.Name == operation);
        var open = row.All.HasFlag(Roles.Anyone);
        var mishaps = new List<string>();
        foreach (var role in RoleNames.All.Prepend(Roles.None))
        {
            var answer = await KnockAsync(centre, row, role);
            var refusal = role == Roles.None ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden;
            var admitted = open || (row.Admitted & role) != 0;
            if (admitted != (answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)) || (!admitted && answer != refusal) || (int)answer >= 500)
            {
                mishaps.Add($"{operation} as {role}: {(int)answer}, {(admitted ? "admitted" : "not admitted")} by its row");
            }
        }

        return mishaps;
    }

    private static async Task<HttpStatusCode> KnockAsync<TProgram>(CentreFixture<TProgram> centre, Operation operation, Roles role)
        where TProgram : class
    {
        using var http = centre.As(role);
        using var request = operation.About(Guid.CreateVersion7());
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}

using System.Collections.Concurrent;

namespace Technopark.SystemTests.Fuzz;

/// <summary>Bad input on every endpoint is refused, changes nothing, and learns nothing of the program.</summary>
public sealed class FuzzTests(RunningPark park)
{
    private const int AtLeast = 10_000;
    private const int OneOf = 5;
    private const int AtOnce = 8;
    private const int MishapsAtMost = 40;

    [Fact]
    public async Task Bad_input_is_refused_and_changes_nothing()
    {
        var things = await ParkOwnedResources.MakeAsync(park);
        var stranger = await park.State.TokenAsync("founder", $"stranger-{Guid.CreateVersion7():N}");
        var fuzzer = new Fuzzer(things, await park.State.TokenAsync(), stranger, park.Http.BaseAddress!.Authority);
        var before = await ParkState.OfAsync(park);
        // What one keeps for oneself is whatever one says, under any name, and anew each time.
        OddRequest[] requests = [.. RunningPark.Services.SelectMany(Operation.Of)
            .Where(operation => operation.Name != "PutKept").SelectMany(fuzzer.Requests)
            .Where((_, at) => RunningPark.IsFull || at % OneOf == 0)];
        Assert.InRange(requests.Length, RunningPark.IsFull ? AtLeast : AtLeast / OneOf, int.MaxValue);

        var violations = await SendAsync(requests);

        Assert.True(
            violations.IsEmpty, $"{violations.Count} of {requests.Length}:\n{string.Join('\n', Kinds(violations))}");
        Assert.Equal(before, await ParkState.OfAsync(park));
    }

    /// <summary>One of each kind: what is odd, whichever the operation.</summary>
    private static IEnumerable<string> Kinds(IEnumerable<string> violations) => violations
        .GroupBy(mishap => string.Concat(mishap.SkipWhile(letter => letter != ':').Take(60)))
        .Take(MishapsAtMost).Select(kind => $"{kind.Count()} x {kind.First()}");

    private async Task<ConcurrentQueue<string>> SendAsync(OddRequest[] requests)
    {
        var violations = new ConcurrentQueue<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce };
        await Parallel.ForEachAsync(requests, options, async (request, ct) =>
        {
            var answer = await RawAnswer.ToAsync(park.Http.BaseAddress!, request.Bytes(), ct);
            if (Fault(request, answer) is { } fault)
            {
                violations.Enqueue($"{request.What}: {fault}");
            }
        });
        return violations;
    }

    private static string? Fault(OddRequest request, RawAnswer answer)
    {
        var isLook = request.Head.StartsWith("GET ", StringComparison.Ordinal) && !request.MustBeRefused;
        return answer switch
        {
            { Status: >= 500 } or { Status: < 200 } => $"{answer.Status} {answer.Text}",
            { Status: < 400 } when !isLook => $"accepted: {answer.Status} {answer.Text}",
            _ when Tells(answer.Text) is { } told => $"tells of {told}: {answer.Text}",
            // Where the server cannot even read the head it answers without a body.
            { Status: >= 400 } when !answer.HasHeader("Content-Type", "application/problem+json")
                && !answer.HasHeader("Content-Length", "0") =>
                $"no problem document: {answer.Text}",
            _ => null,
        };
    }

    private static string? Tells(string text) =>
        Array.Find(Secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] Secrets =
    [
        "   at ", "Exception", "Npgsql", "System.Text", "StackTrace", ".cs:line", "EntityFramework", "select *",
        "SqlState", "Host=127",
    ];
}

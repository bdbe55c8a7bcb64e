using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Technopark.TestKit;

/// <summary>Tries on every operation of a centre's OpenAPI document what all operations of its kind keep to.</summary>
/// <param name="things">Makes what they are tried on; each creation must be possible on it once.</param>
public abstract class RuleTests<TMatrix, TProgram>(TMatrix things) : IClassFixture<TMatrix>
    where TMatrix : AccessMatrix<TProgram>
    where TProgram : class
{
    private const int Repetitions = 4;
    private const string NoAddress = "/no/such/address";

    private static readonly string AnyText = JsonEncodedText.Encode(BodySample.Text).Value;

    private readonly HashSet<string> _seen = [];

    /// <summary>The body of a creation, changed so that it makes something else.</summary>
    protected virtual string Another(string body) => body.Replace(AnyText, "Other", StringComparison.Ordinal);

    /// <param name="name">The operation.</param>
    [Theory, Operations]
    public async Task It_keeps_to_what_all_of_its_kind_do(string name)
    {
        var operation = things.OperationOf(name);
        var owned = await things.OpenAsync();
        var sample = new BodySample(operation.Schemas, owned.Known);
        var body = operation.Body is { } schema ? sample.Of(schema).ToJsonString() : "{}";
        var question = new Question(operation.Method, operation.PathTo(owned.ThingOf(operation)), body);
        foreach (var (expected, asked) in
            Refusals(operation, question).Concat(OddBodiesOf(operation, sample, question)))
        {
            Same(asked, expected, await AnswerAsync(asked));
            RequireDocumented(operation, asked, expected);
        }

        foreach (var member in operation.References)
        {
            await ReferToNothingAsync(question, member);
        }

        if (operation.IsCreation)
        {
            await RepeatAsync(operation, question, question with { Body = Spaced(operation, sample) });
        }

        if (operation is { IsList: false, Collection: not null } && operation.Method == HttpMethod.Get)
        {
            await ReadAgainAsync(question);
        }

        if (operation.Method == HttpMethod.Get)
        {
            await AskForHeadAsync(question);
        }
    }

    /// <summary>What is refused at another address or by another method is no answer of this operation.</summary>
    private static void RequireDocumented(Operation operation, Question asked, string answered)
    {
        var isOfIt = asked.Method == operation.Method && !asked.Path.EndsWith(NoAddress, StringComparison.Ordinal);
        if (isOfIt && !operation.Statuses.Contains(int.Parse(answered.Split(' ')[0], CultureInfo.InvariantCulture)))
        {
            throw new InvalidOperationException($"{asked}: {answered} does not stand in the document");
        }
    }

    private static IEnumerable<(string Expected, Question Asked)> OddBodiesOf(
        Operation operation, BodySample sample, Question question) => operation.Body is { } schema
            ? new OddBodies(sample).Of(schema).Select(odd => ($"400 {odd.Member}", question with { Body = odd.Body }))
            : [];

    private static IEnumerable<(string Expected, Question Asked)> Refusals(Operation operation, Question question)
    {
        if (operation is { Collection: not null, IsPut: false })
        {
            yield return ("404 notFound", question with { Path = operation.PathTo(Guid.CreateVersion7()) });
        }

        if (operation.IsTransition)
        {
            yield return ("428 ifMatchRequired", question with { IfMatch = null });
            yield return ("412 stale", question);
        }

        if (operation.IsCreation)
        {
            yield return ("400 idempotencyKeyRequired idempotency-Key", question with { Key = null });
        }

        yield return ("404 notFound", question with { Path = question.Path + NoAddress });
        yield return ("405 methodNotAllowed", question with { Method = HttpMethod.Parse("PROPFIND") });
        yield return ("400 if-Match", question with { IfMatch = "1" });
        yield return ("400 if-Match", question with { IfMatch = "\"1" });
        yield return ("400 if-None-Match", question with { IfNoneMatch = "W/1" });
        foreach (var (named, query) in OddQueries.Of(operation))
        {
            yield return ($"400 {named}", question with { Path = $"{question.Path}?{query}" });
        }

        if (operation.IsList)
        {
            yield return ("400 limit", question with { Path = $"{question.Path}?limit=0" });
            yield return ("400 limit", question with { Path = $"{question.Path}?limit=201" });
            yield return ("400 cursor", question with { Path = $"{question.Path}?cursor=bm9uc2Vuc2U" });
            yield return ("400 cursor", question with { Path = $"{question.Path}?cursor=%00" });
        }

        if (operation.Body is not null)
        {
            yield return ("400 surprise", question with { Body = question.Body.Insert(1, "\"surprise\":1,") });
            yield return ("400 body", question with { Body = "{" });
            yield return ("415 unsupportedMediaType", question with { MediaType = "text/plain" });
        }
    }

    /// <summary>A thing that a body names and that does not exist is a mistake in that member.</summary>
    private async Task ReferToNothingAsync(Question question, string member)
    {
        var body = JsonNode.Parse(question.Body)!.AsObject();
        body[member] = body[member] is JsonArray
            ? new JsonArray(Guid.CreateVersion7().ToString()) : Guid.CreateVersion7().ToString();
        var asked = question with { Body = body.ToJsonString(), IfMatch = "*" };
        var was = await AnswerAsync(asked);
        if (!was.StartsWith("400 ", StringComparison.Ordinal) || was.Split(' ')[^1] != member)
        {
            throw new InvalidOperationException($"{asked}: expected 400 that names {member}, was {was}");
        }
    }

    /// <summary>The same as others write it: spaces around, accents apart, blank where nothing is said.</summary>
    private static string Spaced(Operation operation, BodySample sample) =>
        new OddBodies(sample).WithBlanks(operation.Body!.Value).Replace(
            AnyText, JsonEncodedText.Encode($" {BodySample.Text.Normalize(NormalizationForm.FormD)}\n").Value,
            StringComparison.Ordinal);

    /// <summary>The same key and body make one thing, at once and later; another body is refused.</summary>
    private async Task RepeatAsync(Operation operation, Question question, Question spaced)
    {
        var first = await Task.WhenAll(Enumerable.Range(0, Repetitions).Select(_ => CreateAsync(spaced)));
        foreach (var again in first.Append(await CreateAsync(question)))
        {
            Same(question, first[0], again);
        }

        var other = operation.Collection is not null
            ? question with { Path = operation.PathTo(Guid.CreateVersion7()) }
            : question with { Body = Another(question.Body) };
        Same(other, "422 idempotencyKeyReused", await AnswerAsync(other));
    }

    /// <summary>Where the new thing is, under which tag it is read there, and itself.</summary>
    private async Task<string> CreateAsync(Question question)
    {
        using var request = question.Request();
        using var answer = await things.Http.SendAsync(request);
        Same(question, "201", await answer.InShortAsync());
        var (path, tag) = (answer.Headers.Location!.OriginalString, answer.Headers.ETag!.Tag);
        var created = await answer.Content.ReadAsStringAsync();
        var read = await new ParkClient.ParkClient(things.Http).GetAsync(path);
        Same(question, tag, read.ETag);
        Same(question, created, read.Body.GetRawText());
        return $"{path} {tag} {created}";
    }

    /// <summary>What the client has is not sent again.</summary>
    private async Task ReadAgainAsync(Question question)
    {
        using var first = question.Request();
        using var answer = await things.Http.SendAsync(first);
        if (answer.Headers.ETag is { } tag)
        {
            using var again = question.Request();
            again.Headers.IfNoneMatch.Add(tag);
            using var unchanged = await things.Http.SendAsync(again);
            Same(question, "304", await unchanged.InShortAsync());
        }
    }

    /// <summary>As GET, and nothing after the head.</summary>
    private async Task AskForHeadAsync(Question question)
    {
        using var request = question.Request();
        using var answer = await things.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var head = question with { Method = HttpMethod.Head };
        using var headRequest = head.Request();
        using var headAnswer = await things.Http.SendAsync(headRequest);
        Same(head, HeadOf(answer), HeadOf(headAnswer));
        if (headAnswer.IsSuccessStatusCode)
        {
            // Of a refusal the server itself leaves the body out.
            Same(head, "", await headAnswer.Content.ReadAsStringAsync());
        }

        static string HeadOf(HttpResponseMessage of) =>
            $"{(int)of.StatusCode} {of.Headers.ETag} {of.Content.Headers.ContentType}";
    }

    private async Task<string> AnswerAsync(Question question)
    {
        using var request = question.Request();
        using var answer = await things.Http.SendAsync(request);
        var refusal = await answer.InShortAsync();
        await AnswersInBothAsync(question, answer);
        return refusal.StartsWith("400", StringComparison.Ordinal)
            && !(await answer.Content.ReadFromJsonAsync<JsonElement>()).TryGetProperty("detail", out _)
            ? $"{refusal} without detail" : refusal;
    }

    /// <summary>A problem says in Russian what it says in English; each is asked for once.</summary>
    private async Task AnswersInBothAsync(Question question, HttpResponseMessage answer)
    {
        if (answer.Content.Headers.ContentType?.MediaType != "application/problem+json")
        {
            return;
        }

        var english = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        if (_seen.Add(string.Join('\n', ProblemLanguages.TextsOf(english))))
        {
            var inRussian = question with { Language = "ru-RU,ru;q=0.9,en;q=0.8" };
            using var request = inRussian.Request();
            using var told = await things.Http.SendAsync(request);
            var russian = await told.Content.ReadFromJsonAsync<JsonElement>();
            Same(inRussian, "", string.Join('\n', ProblemLanguages.Differences(english, russian)));
        }
    }

    private static void Same(Question asked, string expected, string was)
    {
        if (was != expected)
        {
            throw new InvalidOperationException($"{asked}: expected {expected}, was {was}");
        }
    }
}

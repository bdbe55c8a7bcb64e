using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.Kept;

internal static class PutKept
{
    private const int LevelsAtMost = 32;

    // Lists and copies put it deeper into a document, which has 64 levels at most.
    private static readonly JsonSerializerOptions Shallow = new(ApiJson.Options) { MaxDepth = LevelsAtMost };

    /// <param name="Value">Any JSON object.</param>
    public sealed record Request(JsonElement Value);

    public static void Map(RouteGroupBuilder kept) => kept.MapPut(KeptPath.One, HandleAsync)
        .WithName(nameof(PutKept)).WithSummary("Keep something for myself; the last write wins, without If-Match")
        .WithDescription(
            "Makes it or replaces it. It is one person's own and grows with what they type: a write refused because "
            + "another tab has saved meanwhile would lose it. A value has 64 KiB and 32 levels at most, a kind 200 "
            + "names.");

    private static Task<Ok<KeptView>> HandleAsync(
        KeptKind kind, string name, Request body, Caller caller, IdentityDb db, IOptions<IdentityOptions> options,
        TimeProvider clock, CancellationToken ct)
    {
        var (most, now) = (options.Value.Kept, clock.GetUtcNow());
        var kept = new KeptValue
        {
            Id = Guid.CreateVersion7(now),
            PersonId = caller.Id,
            Kind = kind,
            Name = KeptPath.NameOf(name),
            Value = JsonOf(body.Value, most.ValueKiB),
            ChangedAt = now,
        };
        return db.TransactAsync(
            async () =>
            {
                await RequireRoomAsync(db, kept, most.OfAKind, ct);
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into kept (id, person_id, kind, name, value, changed_at)
                    values ({kept.Id}, {kept.PersonId}, {kind.ToString()}, {kept.Name}, {kept.Value}, {now})
                    on conflict (person_id, kind, name)
                        do update set value = excluded.value, changed_at = excluded.changed_at
                    """,
                    ct);
                return TypedResults.Ok(KeptView.Of(kept));
            },
            ct);
    }

    /// <summary>Of one person one write at a time: else several at once would each find room for the last.</summary>
    private static async Task RequireRoomAsync(IdentityDb db, KeptValue kept, int most, CancellationToken ct)
    {
        var person = await db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from people where id = {kept.PersonId} and erased_at is null for no key update
            """)
            .ToListAsync(ct);
        if (person is [])
        {
            throw CentreDbExtensions.NotFound<Person>(kept.PersonId);
        }

        var others = db.Kept.Where(row => row.PersonId == kept.PersonId && row.Kind == kept.Kind);
        if (await others.CountAsync(ct) >= most && !await others.AnyAsync(row => row.Name == kept.Name, ct))
        {
            throw new ProblemException(
                ProblemKind.Conflict, "keptFull",
                $"There are {most} of this kind, as many as may be: remove one first.");
        }
    }

    private static string JsonOf(JsonElement value, int atMostKiB)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw ProblemException.Field("value", "The value is a JSON object.");
        }

        try
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(value, Shallow);
            return json.Length <= atMostKiB * 1024
                ? System.Text.Encoding.UTF8.GetString(json)
                : throw ProblemException.Field("value", $"The value has {atMostKiB} KiB at most, as JSON in UTF-8.");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            // Too deep, or half a letter in a text: neither could be given back.
            throw ProblemException.Field(
                "value", $"The value has {LevelsAtMost} levels at most, and its texts are Unicode.");
        }
    }
}

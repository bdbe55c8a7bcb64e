using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using Grpc.Core;
using Technopark.Personal.V1;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.PersonalData;

namespace Technopark.Identity.People;

/// <summary>A ZIP archive of all that the park keeps about a person: one JSON file for each service.</summary>
internal sealed class PersonalArchive(IEnumerable<IPersonalRecords> own, ServiceChannels centres, TimeProvider clock)
{
    public const string MediaType = "application/zip";

    private const string About =
        "All that the technology park keeps about you, one file from each service. Times are UTC.";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly JsonSerializerOptions Readable = new(ApiJson.Options) { WriteIndented = true };

    public string Name => $"technopark-{clock.GetUtcNow():yyyy-MM-dd}.zip";

    /// <exception cref="ProblemException">503: a service does not answer, and half a copy is none.</exception>
    public async Task<byte[]> OfAsync(Guid person, CancellationToken ct)
    {
        var files = new List<(string Name, JsonObject Things)> { ("identity", await OwnAsync(person, ct)) };
        files.AddRange(
            await Task.WhenAll(centres.Names.Order().Select(async name => (name, await AskAsync(name, person, ct)))));
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(archive, "README.txt", $"{Bilingual.Russian(About)}\n{About}\n", ct);
            foreach (var (name, things) in files.Where(file => file.Things.Count > 0))
            {
                await WriteAsync(archive, $"{name}.json", things.ToJsonString(Readable), ct);
            }
        }

        return bytes.ToArray();
    }

    private async Task<JsonObject> OwnAsync(Guid person, CancellationToken ct)
    {
        var things = new JsonObject();
        foreach (var records in own)
        {
            foreach (var thing in await records.CopyAsync(person, ct))
            {
                Add(things, records.Kind, JsonSerializer.SerializeToNode(thing, ApiJson.Options));
            }
        }

        return things;
    }

    private async Task<JsonObject> AskAsync(string service, Guid person, CancellationToken ct)
    {
        try
        {
            var things = new JsonObject();
            using var call = new PersonalData.PersonalDataClient(centres.To(service)).Copy(
                new CopyRequest { PersonId = person.ToString() }, deadline: (clock.GetUtcNow() + Patience).UtcDateTime,
                cancellationToken: ct);
            await foreach (var kept in call.ResponseStream.ReadAllAsync(ct))
            {
                Add(things, kept.Kind, JsonNode.Parse(kept.Data));
            }

            return things;
        }
        catch (RpcException away) when (
            !ct.IsCancellationRequested && away.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
        {
            throw new ProblemException(
                ProblemKind.Unavailable, "copyIncomplete",
                $"The service {service} does not answer now: try again later.");
        }
    }

    private static void Add(JsonObject things, string kind, JsonNode? thing)
    {
        if (things[kind] is not JsonArray list)
        {
            things[kind] = list = [];
        }

        list.Add(thing);
    }

    private static async Task WriteAsync(ZipArchive archive, string name, string text, CancellationToken ct)
    {
        await using var entry = await archive.CreateEntry(name).OpenAsync(ct);
        await using var writer = new StreamWriter(entry);
        await writer.WriteAsync(text.AsMemory(), ct);
    }
}

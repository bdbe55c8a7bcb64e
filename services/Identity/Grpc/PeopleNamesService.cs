using Grpc.Core;
using Technopark.Identity.People;
using Technopark.People.V1;

namespace Technopark.Identity.Grpc;

/// <summary>Tells the centres how the people are called whose ids they show.</summary>
internal sealed class PeopleNamesService(NamesOfPeople names) : PeopleNames.PeopleNamesBase
{
    private const int AtMost = 1000;

    public override async Task<FindReply> Find(FindRequest request, ServerCallContext context)
    {
        var people = request.PersonIds.Select(id => Guid.TryParse(id, out var person) ? person : Guid.Empty).ToArray();
        if (people.Length > AtMost || people.Contains(Guid.Empty))
        {
            throw new RpcException(
                new Status(StatusCode.InvalidArgument, $"person_ids are UUIDs, {AtMost} at most."));
        }

        var found = await names.FindAsync(people, context.CancellationToken);
        return new FindReply { Names = { found.ToDictionary(one => one.Key.ToString(), one => one.Value) } };
    }
}

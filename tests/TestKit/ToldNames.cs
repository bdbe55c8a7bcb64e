using System.Collections.Concurrent;
using Grpc.Core;
using Technopark.People.V1;

namespace Technopark.TestKit;

/// <summary>The identity service, as far as it tells how people are called.</summary>
public sealed class ToldNames : PeopleNames.PeopleNamesBase
{
    private readonly ConcurrentDictionary<string, string> _names = new();

    /// <summary>Each call, by the ids that it asked for.</summary>
    public ConcurrentQueue<Guid[]> Asked { get; } = new();

    /// <summary>Before it answers; completed unless a test says otherwise.</summary>
    public Task Answering { get; set; } = Task.CompletedTask;

    public bool IsAway { get; set; }

    /// <returns>A person of this name.</returns>
    public Guid Call(string name, Guid? person = null)
    {
        var id = person ?? Guid.CreateVersion7();
        _names[id.ToString()] = name;
        return id;
    }

    public override async Task<FindReply> Find(FindRequest request, ServerCallContext context)
    {
        Asked.Enqueue([.. request.PersonIds.Select(Guid.Parse)]);
        var reply = new FindReply();
        foreach (var person in request.PersonIds.Where(_names.ContainsKey))
        {
            reply.Names[person] = _names[person];
        }

        await Answering;
        return IsAway ? throw new RpcException(new Status(StatusCode.Unavailable, "away")) : reply;
    }
}

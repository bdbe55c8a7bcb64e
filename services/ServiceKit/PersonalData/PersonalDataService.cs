using Grpc.Core;
using Technopark.Personal.V1;

namespace Technopark.ServiceKit.PersonalData;

/// <summary>Gives the identity service a copy of what this centre keeps about a person.</summary>
internal sealed class PersonalDataService(IEnumerable<IPersonalRecords> kept)
    : Technopark.Personal.V1.PersonalData.PersonalDataBase
{
    public override async Task Copy(
        CopyRequest request, IServerStreamWriter<KeptThing> responseStream, ServerCallContext context)
    {
        if (!Guid.TryParse(request.PersonId, out var person))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "person_id is a UUID."));
        }

        foreach (var records in kept)
        {
            foreach (var thing in await records.CopyAsync(person, context.CancellationToken))
            {
                var data = JsonSerializer.Serialize(thing, ApiJson.Options);
                await responseStream.WriteAsync(
                    new KeptThing { Kind = records.Kind, Data = data }, context.CancellationToken);
            }
        }
    }
}

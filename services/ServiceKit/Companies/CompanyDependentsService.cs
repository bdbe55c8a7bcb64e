using Grpc.Core;
using Technopark.Companies.V1;

namespace Technopark.ServiceKit.Companies;

/// <summary>Tells who verifies companies what of this centre depends on one.</summary>
internal sealed class CompanyDependentsService(IEnumerable<ICompanyDependents> kept)
    : CompanyDependents.CompanyDependentsBase
{
    public override async Task<FindReply> Find(FindRequest request, ServerCallContext context)
    {
        if (!Guid.TryParse(request.CompanyId, out var company))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, "company_id is a UUID."));
        }

        var reply = new FindReply();
        foreach (var things in kept)
        {
            if (await things.AnyAsync(company, context.CancellationToken))
            {
                reply.Kinds.Add(things.Kind);
            }
        }

        return reply;
    }
}

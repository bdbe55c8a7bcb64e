using Technopark.Contracts.Identity;
using Technopark.Contracts.Registry;

namespace Technopark.Insights.Features.Timeline;

internal static class RegistrySummaries
{
    public static FormattableString? Of(IntegrationEvent message) => message switch
    {
        CompanyRegistered e => $"“{e.Name}” was entered into the registry",
        CompanyVerified e => $"The identifiers of “{e.Name}” were confirmed",
        CompanyRejected e => $"Verification was refused: {e.Reason}",
        CompanyLiquidated e => $"Liquidated on {e.LiquidatedOn}: {e.Reason}",
        CompanyOwnersChanged => $"Other people act for the company",
        PersonErased => $"A person's data were erased",
        _ => null,
    };
}

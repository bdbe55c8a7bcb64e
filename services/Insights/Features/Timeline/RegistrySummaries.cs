using Technopark.Contracts;
using Technopark.Contracts.Identity;
using Technopark.Contracts.Registry;
using static Technopark.Insights.Features.Timeline.Summaries;

namespace Technopark.Insights.Features.Timeline;

internal static class RegistrySummaries
{
    public static Summary? Of(IntegrationEvent message) => message switch
    {
        CompanyRegistered e => new($"В реестр внесена компания «{e.Name}»", $"“{e.Name}” was entered into the registry"),
        CompanyVerified e => new($"Реквизиты компании «{e.Name}» подтверждены", $"The identifiers of “{e.Name}” were confirmed"),
        CompanyRejected e => new($"В подтверждении отказано: {e.Reason}", $"Verification was refused: {e.Reason}"),
        CompanyLiquidated e => new($"Ликвидирована {Ru(e.LiquidatedOn)}: {e.Reason}", $"Liquidated on {En(e.LiquidatedOn)}: {e.Reason}"),
        CompanyOwnersChanged => new("За компанию действуют другие люди", "Other people act for the company"),
        PersonErased => new("Данные человека стёрты", "A person's data were erased"),
        _ => null,
    };
}

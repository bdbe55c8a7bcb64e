using Technopark.Contracts.Registry;

namespace Technopark.Contracts.Tests.ContractSnapshots;

internal static partial class EventSnapshots
{
    internal static EventSnapshot[] Registry =>
    [
        new("technopark.registry.companyRegistered.v1",
            new CompanyRegistered(
                Id(1), "Нейролаб", CompanyKind.UniversitySpinOff, "72.19", "54", Day(1), [Id(2)]) { Version = 1 },
            $$"""
            {"companyId":"{{Stem}}01","name":"\u041D\u0435\u0439\u0440\u043E\u043B\u0430\u0431",
            "kind":"universitySpinOff","okvedMain":"72.19","region":"54","registeredOn":"2024-02-01",
            "ownerIds":["{{Stem}}02"],"version":1}
            """),
        new("technopark.registry.companyOwnersChanged.v1",
            new CompanyOwnersChanged(Id(1), [Id(2), Id(3)]) { Version = 2 },
            $$"""
            {"companyId":"{{Stem}}01","ownerIds":["{{Stem}}02","{{Stem}}03"],"version":2}
            """),
        new("technopark.registry.companyVerified.v1",
            new CompanyVerified(
                Id(1), "Neurolab", CompanyKind.Ooo, "7707083893", "1027700132195", "72.19", "54") { Version = 2 },
            $$"""
            {"companyId":"{{Stem}}01","name":"Neurolab","kind":"ooo","inn":"7707083893","ogrn":"1027700132195",
            "okvedMain":"72.19","region":"54","version":2}
            """),
        new("technopark.registry.companyCorrected.v1",
            new CompanyCorrected(
                Id(1), "Neurolab", CompanyKind.Ooo, "7707083893", "1027700132195", "72.19", "54", Day(1))
            { Version = 3 },
            $$"""
            {"companyId":"{{Stem}}01","name":"Neurolab","kind":"ooo","inn":"7707083893","ogrn":"1027700132195",
            "okvedMain":"72.19","region":"54","registeredOn":"2024-02-01","version":3}
            """),
        new("technopark.registry.companyVerificationRevoked.v1",
            new CompanyVerificationRevoked(Id(1), "Another company") { Version = 4 },
            $$"""
            {"companyId":"{{Stem}}01","reason":"Another company","version":4}
            """),
        new("technopark.registry.companyRejected.v1",
            new CompanyRejected(Id(1), "Not a company") { Version = 2 },
            $$"""
            {"companyId":"{{Stem}}01","reason":"Not a company","version":2}
            """),
        new("technopark.registry.companyLiquidated.v1",
            new CompanyLiquidated(Id(1), "Bankruptcy", Day(29)) { Version = 3 },
            $$"""
            {"companyId":"{{Stem}}01","reason":"Bankruptcy","liquidatedOn":"2024-02-29","version":3}
            """),
        new("technopark.registry.companyErased.v1",
            new CompanyErased(Id(1)) { Version = 5 },
            $$"""
            {"companyId":"{{Stem}}01","version":5}
            """),
    ];
}

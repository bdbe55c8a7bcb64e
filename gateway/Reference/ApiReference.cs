using Scalar.AspNetCore;
using Technopark.Gateway.Proxy;

namespace Technopark.Gateway.Reference;

/// <summary>One page over the documents of all services, from this origin alone.</summary>
internal static class ApiReference
{
    public static void MapApiReference(this WebApplication app) => app.MapScalarApiReference("/reference", options =>
    {
        options.Title = "Технопарк: справочник API / Technopark: API reference";
        options.DefaultFonts = false;
        foreach (var centre in ParkRoutes.Centres)
        {
            options.AddDocument(centre, centre, $"/openapi/{centre}.v1.json");
        }
    });
}

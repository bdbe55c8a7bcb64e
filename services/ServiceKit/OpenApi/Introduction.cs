using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>What a document begins with: whose it is, what holds for all of it and what its parts are.</summary>
internal static class Introduction
{
    public static Task WriteAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var centre = context.ApplicationServices.GetRequiredService<CentreInfo>();
        document.Info = new OpenApiInfo
        {
            Title = $"Technopark: {centre.Name}",
            Version = "v1",
            Description = Texts.InBoth("Who may do what stands with each operation. Refusals are RFC 9457 problems; "
                + "Accept-Language chooses their language."),
            Contact = new OpenApiContact { Name = Texts.InBoth("Operators of the park") },
            // The SPDX form for terms that are no public licence's.
            License = new OpenApiLicense
            {
                Name = Texts.InBoth("Terms of the park"),
                Identifier = "LicenseRef-Technopark",
            },
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        var texts = RussianSummaries.TextsOf(centre);
        var described = context.DescriptionGroups.SelectMany(group => group.Items)
            .SelectMany(operation => operation.ActionDescriptor.EndpointMetadata.OfType<TagText>())
            .DistinctBy(tag => tag.Name).ToDictionary(tag => tag.Name);
        foreach (var tag in document.Tags ?? new HashSet<OpenApiTag>())
        {
            if (described.GetValueOrDefault(tag.Name ?? "") is { } text)
            {
                // The kit's own say it in both languages already.
                tag.Description = text.Description.Contains(RussianSummaries.Separator, StringComparison.Ordinal)
                    ? text.Description : text.Description + RussianSummaries.Separator + texts.InRussian(text.Name);
            }
        }

        return Task.CompletedTask;
    }
}

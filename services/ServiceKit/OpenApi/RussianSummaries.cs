using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>
/// Shows each operation's summary in English, from the code, and in Russian, from <c>Resources/OpenApi.ru.resx</c> of
/// the centre. An operation without it fails the build, which writes the document.
/// </summary>
internal static class RussianSummaries
{
    private const string Separator = " / ";

    public static Task AddAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (operation.Summary is { } english && !english.Contains(Separator, StringComparison.Ordinal))
        {
            var centre = context.ApplicationServices.GetRequiredService<CentreInfo>().Assembly;
            var texts = new RussianTexts($"{centre.GetName().Name}.Resources.OpenApi", centre);
            operation.Summary = english + Separator + texts.InRussian(operation.OperationId!);
        }

        return Task.CompletedTask;
    }
}

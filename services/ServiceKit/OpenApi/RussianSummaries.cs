using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Technopark.ServiceKit.OpenApi;

/// <summary>
/// Shows each operation's summary and description in English, from the code, and in Russian, from
/// <c>Resources/OpenApi.ru.resx</c> of the centre. One without it fails the build, which writes the document.
/// </summary>
internal static class RussianSummaries
{
    public const string Separator = " / ";

    public static Task AddAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var texts = TextsOf(context.ApplicationServices.GetRequiredService<CentreInfo>());
        if (operation.Summary is { } english && !english.Contains(Separator, StringComparison.Ordinal))
        {
            operation.Summary = english + Separator + texts.InRussian(operation.OperationId!);
        }

        if (operation.Description is { Length: > 0 } description)
        {
            operation.Description =
                description + Separator + texts.InRussian($"{operation.OperationId}.Description");
        }

        return Task.CompletedTask;
    }

    public static RussianTexts TextsOf(CentreInfo centre) =>
        new($"{centre.Assembly.GetName().Name}.Resources.OpenApi", centre.Assembly);
}

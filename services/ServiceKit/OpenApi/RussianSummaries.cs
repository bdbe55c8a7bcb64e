using System.Globalization;
using System.Resources;
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

    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    public static Task AddAsync(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        if (operation.Summary is { } english && !english.Contains(Separator, StringComparison.Ordinal))
        {
            var centre = context.ApplicationServices.GetRequiredService<CentreInfo>().Assembly;
            var texts = new ResourceManager($"{centre.GetName().Name}.Resources.OpenApi", centre);
            var russian = texts.GetResourceSet(Russian, createIfNotExists: true, tryParents: false)
                ?.GetString(operation.OperationId!);
            operation.Summary = russian is not null
                ? english + Separator + russian
                : throw new InvalidOperationException(
                    $"Resources/OpenApi.ru.resx of {centre.GetName().Name} has no '{operation.OperationId}'.");
        }

        return Task.CompletedTask;
    }
}

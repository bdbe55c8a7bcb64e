using Technopark.Portal.Parts.Grids;

namespace Technopark.Portal.Parts.Forms;

/// <summary>What a form needs beside what is typed: things to choose from, the thing that it is about.</summary>
internal static class Beside
{
    /// <summary>
    /// Nothing where the service is away and something was typed: the form is shown without it, and nothing is lost.
    /// </summary>
    public static async Task<T?> BesideAsync<T>(this HttpContext http, Func<Task<T>> load)
        where T : class
    {
        try
        {
            return await load();
        }
        catch (Exception away) when (HttpMethods.IsPost(http.Request.Method) && IsAway(away))
        {
            return null;
        }
    }

    /// <summary>Everything of a list, to choose from.</summary>
    /// <param name="page">Its part that begins at a cursor.</param>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync<T>(
        this HttpContext http, Func<string?, Task<Listed<T>>> page, Func<T, Choice> choice) =>
        await http.BesideAsync(async () =>
        {
            var all = new List<Choice>();
            string? cursor = null;
            do
            {
                var listed = await page(cursor);
                all.AddRange(listed.Items.Select(choice));
                cursor = listed.Next;
            }
            while (cursor is not null);

            return all;
        }) ?? [];

    /// <summary>The service does not answer, or does not let the visitor in any more.</summary>
    private static bool IsAway(Exception e) =>
        e is HttpRequestException or TaskCanceledException or Polly.ExecutionRejectedException or ApiProblemException;
}

using Technopark.Portal.Parts.Grids;

namespace Technopark.Portal.Parts.Forms;

/// <summary>What a form needs beside what is typed: things to choose from, the thing that it is about.</summary>
internal static class Beside
{
    /// <summary>
    /// Nothing where the service is away and something was typed: the form is shown without it, and nothing is lost.
    /// </summary>
    public static async Task<T?> BesideAsync<T>(this HttpContext http, Func<Task<T>> load)
        where T : class =>
        HttpMethods.IsPost(http.Request.Method) ? await Away.OrNothingAsync(load) : await load();

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
}

namespace Technopark.Portal.Parts.Forms;

internal static class PostedForm
{
    /// <summary>
    /// Asks what a form shows beside what was typed. Where that fails after the form was sent, the form is shown
    /// without it, and sending says what is wrong: nothing that was typed is lost.
    /// </summary>
    public static async Task<TAnswer?> UnlessPostedAsync<TAnswer>(this HttpContext http, Func<Task<TAnswer>> load)
        where TAnswer : class
    {
        try
        {
            return await load();
        }
        catch (Exception e) when (HttpMethods.IsPost(http.Request.Method)
            && e is ApiProblemException or HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}

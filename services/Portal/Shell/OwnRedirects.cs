namespace Technopark.Portal.Shell;

/// <summary>
/// The framework leads to whole addresses, made of the host that the portal is asked as; people know the park by
/// another. What stays within the park is told by its path.
/// </summary>
internal static class OwnRedirects
{
    public static void UseOwnRedirects(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            if (Uri.TryCreate(context.Response.Headers.Location, UriKind.Absolute, out var there)
                && there.Authority == context.Request.Host.Value)
            {
                context.Response.Headers.Location = there.PathAndQuery + there.Fragment;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}

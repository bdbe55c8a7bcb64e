namespace Technopark.ServiceKit.Http;

/// <summary>Turns what the domain and the database refuse into the problem that a client is told.</summary>
internal static class DomainProblems
{
    /// <summary>The problem of a refusal by the domain; null for any other exception.</summary>
    public static ProblemException? Translate(Exception e) => e is DomainException refused
        ? new ProblemException(KindOf(refused.Refusal), refused.Code, refused.Detail, refused.Errors) : null;

    public static void UseDomainProblems(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DatabaseProblems>();
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception e)
                when (!context.Response.HasStarted && (Translate(e) ?? database.Translate(e)) is { } problem)
            {
                throw problem;
            }
        });
    }

    private static ProblemKind KindOf(Refusal refusal) => refusal switch
    {
        Refusal.Invalid => ProblemKind.Invalid,
        Refusal.Forbidden => ProblemKind.Forbidden,
        _ => ProblemKind.Conflict,
    };
}

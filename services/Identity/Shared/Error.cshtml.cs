using System.Diagnostics;

namespace Technopark.Identity.Shared;

/// <summary>What went wrong, for a person: what happened and what to do.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
internal sealed class ErrorModel : PageModel
{
    public string Title => $"Error.{Kind}.Title";

    public string Lead => $"Error.{Kind}.Lead";

    public string Trace => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    private string Kind => Response.StatusCode switch
    {
        StatusCodes.Status404NotFound => "Missing",
        StatusCodes.Status400BadRequest => "Form",
        StatusCodes.Status409Conflict or StatusCodes.Status412PreconditionFailed => "Changed",
        _ => "Other",
    };
}

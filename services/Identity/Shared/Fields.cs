using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Technopark.Identity.Shared;

/// <summary>What several pages show; the fields' templates lie in <c>EditorTemplates/</c>.</summary>
internal static class Fields
{
    /// <param name="type">Of the input element.</param>
    /// <param name="autocomplete">What browsers and password stores may fill in.</param>
    public static IHtmlContent Field<TModel>(
        this IHtmlHelper<TModel> html, Expression<Func<TModel, string>> property, string type, string autocomplete,
        string? hint = null) =>
        html.EditorFor(property, "Field", new { type, autocomplete, hint });

    /// <summary>An instant in the language of the page.</summary>
    public static IHtmlContent Time(this IHtmlHelper _, DateTimeOffset at)
    {
        var time = new TagBuilder("time") { Attributes = { ["datetime"] = at.ToString("O") } };
        time.InnerHtml.Append(at.ToString("g", CultureInfo.CurrentCulture));
        return time;
    }
}

using System.Globalization;
using System.Linq.Expressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Technopark.Identity.Shared;

/// <summary>Form fields with label, hint and errors, tied together for screen readers.</summary>
internal static class Fields
{
    private const string Password = "password";
    private const string Once = "one-time-code";

    /// <param name="type">Of the input element.</param>
    /// <param name="autocomplete">What browsers and password stores may fill in.</param>
    public static IHtmlContent Field<TModel>(
        this IHtmlHelper<TModel> html, Expression<Func<TModel, string>> property, string type, string autocomplete,
        string? hint = null)
    {
        var field = html.ViewContext.HttpContext.RequestServices.GetRequiredService<ModelExpressionProvider>()
            .CreateModelExpression(html.ViewData, property);
        var state = html.ViewData.ModelState.GetValueOrDefault(field.Name);
        var errors = state?.Errors.Select(error => error.ErrorMessage).ToArray() ?? [];
        var id = TagBuilder.CreateSanitizedId(field.Name, "_");
        // What is secret, or good only once, is not sent back.
        var value = type == Password || autocomplete == Once ? null : state?.AttemptedValue ?? field.Model?.ToString();
        string?[] described = [hint is null ? null : $"{id}-hint", errors.Length > 0 ? $"{id}-error" : null];
        var group = Element("div", null, ("class", "field"));
        group.InnerHtml.AppendHtml(Element("label", field.Metadata.GetDisplayName(), ("for", id)));
        if (hint is not null)
        {
            group.InnerHtml.AppendHtml(Element("p", hint, ("id", $"{id}-hint"), ("class", "hint")));
        }

        if (errors.Length > 0)
        {
            group.InnerHtml.AppendHtml(
                Element("p", string.Join(" ", errors), ("id", $"{id}-error"), ("class", "error")));
        }

        var input = Element(
            "input", null, ("id", id), ("name", field.Name), ("type", type), ("value", value),
            ("autocomplete", autocomplete),
            ("inputmode", autocomplete == Once ? "numeric" : null), ("aria-describedby", Join(described)),
            ("aria-invalid", errors.Length > 0 ? "true" : null), ("required", "required"));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        return group.With(input);
    }

    /// <summary>A box to tick.</summary>
    public static IHtmlContent Tick<TModel>(this IHtmlHelper<TModel> html, Expression<Func<TModel, bool>> property)
    {
        var field = html.ViewContext.HttpContext.RequestServices.GetRequiredService<ModelExpressionProvider>()
            .CreateModelExpression(html.ViewData, property);
        var error = html.ViewData.ModelState.GetValueOrDefault(field.Name)?.Errors.FirstOrDefault()?.ErrorMessage;
        var group = Element("div", null, ("class", "field"));
        if (error is not null)
        {
            group.InnerHtml.AppendHtml(Element("p", error, ("id", $"{field.Name}-error"), ("class", "error")));
        }

        var input = Element(
            "input", null, ("id", field.Name), ("name", field.Name), ("type", "checkbox"), ("value", "true"),
            ("checked", field.Model is true ? "checked" : null),
            ("aria-describedby", error is null ? null : $"{field.Name}-error"),
            ("aria-invalid", error is null ? null : "true"), ("required", "required"));
        input.TagRenderMode = TagRenderMode.SelfClosing;
        var choice = Element("div", null, ("class", "choice")).With(input);
        return group.With(choice.With(Element("label", field.Metadata.GetDisplayName(), ("for", field.Name))));
    }

    /// <summary>An instant in the language of the page.</summary>
    public static IHtmlContent Time(this IHtmlHelper _, DateTimeOffset at) =>
        Element("time", at.ToString("g", CultureInfo.CurrentCulture), ("datetime", at.ToString("O")));

    private static TagBuilder With(this TagBuilder group, IHtmlContent last)
    {
        group.InnerHtml.AppendHtml(last);
        return group;
    }

    private static string? Join(IEnumerable<string?> ids) =>
        string.Join(' ', ids.OfType<string>()) is { Length: > 0 } joined ? joined : null;

    private static TagBuilder Element(string name, string? text, params (string Name, string? Value)[] attributes)
    {
        var element = new TagBuilder(name);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                element.Attributes[attribute] = value;
            }
        }

        element.InnerHtml.Append(text ?? "");
        return element;
    }
}

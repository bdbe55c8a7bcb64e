namespace Technopark.Portal.Parts.Things;

/// <summary>What may be done with a thing: a route of the API, offered while <c>allowed</c> names it.</summary>
/// <param name="Name">As <c>allowed</c> names it.</param>
/// <param name="Request">What it asks for; null: nothing.</param>
/// <param name="Page">Of a step with a page of its own; null: it is taken where the thing is shown.</param>
public sealed record Transition(string Name, Type? Request, Func<FormState, Task>? Take, string? Page = null)
{
    /// <summary>The fields; where it is not said, one for each property of the request.</summary>
    public RenderFragment? Fields { get; init; }

    /// <summary>What the names of its fields begin with on the page.</summary>
    public string Prefix => $"{Name}.";

    /// <param name="take">Sends it, with the ETag of the thing that was shown.</param>
    public static Transition Of(string name, Func<string, Task> take) => new(name, null, form => take(form.Version));

    /// <inheritdoc cref="Of(string, Func{string, Task})"/>
    public static Transition Of<TRequest>(string name, Func<TRequest, string, Task> take) =>
        new(name, typeof(TRequest), form =>
        {
            var request = form.Read<TRequest>($"{name}.");
            return form.IsWrong ? Task.CompletedTask : take(request, form.Version);
        });

    /// <summary>It has a page of its own.</summary>
    public static Transition At(string name, string page) => new(name, null, null, page);
}

/// <summary>One of the pages of a thing.</summary>
/// <param name="Name">In the address; its text is <c>Tab.{Name}</c>.</param>
public sealed record Tab<TThing>(string Name, RenderFragment<TThing> Content);

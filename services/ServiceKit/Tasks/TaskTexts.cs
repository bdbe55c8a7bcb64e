using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Technopark.ServiceKit.Tasks;

/// <summary>What a centre's tasks are called: English in its <c>Resources/Tasks.resx</c>, Russian beside.</summary>
internal sealed class TaskTexts(Assembly centre)
{
    private readonly ResourceManager _texts = new($"{centre.GetName().Name}.Resources.Tasks", centre);

    /// <exception cref="InvalidOperationException">There is none in one of the languages.</exception>
    public TaskRules.TaskText Of(string code) =>
        new(Say(code, CultureInfo.InvariantCulture), Say(code, CultureInfo.GetCultureInfo("ru")));

    private string Say(string code, CultureInfo language) =>
        _texts.GetResourceSet(language, createIfNotExists: true, tryParents: false)?.GetString(code)
        ?? throw new InvalidOperationException($"Resources/Tasks has no '{code}' ({language.Name}).");
}

using System.Text.Json;

namespace Technopark.Investment.Data;

/// <summary>Things that a request's body refers to.</summary>
internal static class References
{
    /// <summary>Loads what a field refers to.</summary>
    /// <param name="field">Name of the field in the request.</param>
    /// <exception cref="ProblemException">400 that names the field.</exception>
    public static async Task<T> ReferredAsync<T>(this IQueryable<T> things, Guid id, string field, CancellationToken ct)
        where T : AggregateRoot
    {
        if (await things.FirstOrDefaultAsync(thing => thing.Id == id, ct) is { } found)
        {
            return found;
        }

        var name = JsonNamingPolicy.CamelCase.ConvertName(typeof(T).Name);
        throw ProblemException.Field(
            ProblemKind.Invalid, $"{name}NotFound", field, $"There is no {ProblemText.Of(name)} {id}.");
    }
}

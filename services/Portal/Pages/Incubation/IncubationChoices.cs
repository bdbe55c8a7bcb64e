using Technopark.Client.Incubation;
using Technopark.Client.Registry;
using Technopark.Portal.Parts.Grids;

namespace Technopark.Portal.Pages.Incubation;

/// <summary>Things of the centre to choose from, by their names.</summary>
internal static class IncubationChoices
{
    /// <summary>As many as a person would choose from; further ones are reached from their own lists.</summary>
    private const int Offered = 200;

    public static async Task<IReadOnlyList<Choice>> CallChoicesAsync(this IncubationClient incubation) =>
        [.. (await incubation.ListCallsAsync(limit: Offered)).Result.Items
            .Select(call => new Choice($"{call.Id}", call.Name))];

    public static async Task<IReadOnlyList<Choice>> ProgrammeChoicesAsync(this IncubationClient incubation) =>
        [.. (await incubation.ListProgrammesAsync(limit: Offered)).Result.Items
            .Select(programme => new Choice($"{programme.Id}", programme.Name))];

    /// <summary>Companies that the person may apply for.</summary>
    public static async Task<IReadOnlyList<Choice>> ApplicantChoicesAsync(this RegistryClient registry) =>
        [.. (await registry.ListCompaniesAsync(limit: Offered)).Result.Items
            .Select(company => new Choice($"{company.Id}", company.Name))];

    /// <summary>The company that a list is narrowed to; none where it may not be seen.</summary>
    public static async Task<IReadOnlyList<Choice>> CompanyChoiceAsync(this IncubationClient incubation, string? id)
    {
        try
        {
            return Guid.TryParse(id, out var known)
                && (await incubation.GetKnownCompanyAsync(known)).Result is { Name: { } name }
                    ? [new(id, name)] : [];
        }
        catch (ApiProblemException)
        {
            return [];
        }
    }
}

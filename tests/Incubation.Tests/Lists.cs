namespace Technopark.Incubation.Tests;

internal static class Lists
{
    /// <summary>Ids of a whole list in its order, read in parts.</summary>
    public static async Task<List<Guid>> IdsAsync(IncubationFixture incubation, string path, int limit = 2)
    {
        var ids = new List<Guid>();
        await foreach (var item in incubation.Api.ListAsync(path, limit))
        {
            ids.Add(item.GetProperty("id").GetGuid());
        }

        return ids;
    }
}

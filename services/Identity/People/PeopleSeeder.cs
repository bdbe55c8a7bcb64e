namespace Technopark.Identity.People;

/// <summary>Tells the other services of the people who were here before they wanted to know: once.</summary>
internal static class PeopleSeeder
{
    private const int AtOnce = 500;

    public static async Task TellAsync(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<IdentityDb>();
        var untold = db.People.Where(person => !person.IsTold && person.ErasedAt == null).OrderBy(person => person.Id);
        while (await untold.Take(AtOnce).ToListAsync(ct) is { Count: > 0 } people)
        {
            people.ForEach(person => person.Tell());
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}

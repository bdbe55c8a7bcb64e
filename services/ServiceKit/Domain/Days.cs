namespace Technopark.ServiceKit.Domain;

/// <summary>Legal dates: whole days, counted in UTC.</summary>
public static class Days
{
    /// <summary>The day it is now.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Refuses a fact dated after today: what has not happened yet is no fact.</summary>
    /// <param name="field">Name of the request's field, in camelCase.</param>
    /// <exception cref="DomainException">400 that names the field.</exception>
    public static void RequireNotAfter(this DateOnly date, DateOnly today, string field)
    {
        if (date > today)
        {
            throw DomainException.Field(field, NotAfter(today));
        }
    }

    /// <summary>The rule that the date of a fact keeps.</summary>
    public static ProblemText NotAfter(DateOnly today) =>
        $"The date is {today:yyyy-MM-dd} at the latest: a fact is recorded once it has happened.";
}

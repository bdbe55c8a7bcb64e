using Technopark.Contracts;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Domain;

namespace Technopark.TestKit;

/// <summary>
/// What an aggregate does when it is asked for something: how it refuses, and which events it raises.
/// </summary>
public static class Refused
{
    /// <summary>Empty where nothing is refused; else kind and code: <c>409 noSeat</c>, <c>400 startedOn</c>.</summary>
    public static string By(Action act) => Find(act) is { } refused ? CodeOf(refused) : "";

    /// <summary>Events raised and not yet saved, by short name.</summary>
    public static string[] Raised(AggregateRoot aggregate) =>
        [.. aggregate.Raised.Select(message => EventTypes.ShortNameOf(message.GetType()))];

    internal static ProblemException? Find(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (ProblemException refused)
        {
            return refused;
        }
    }

    /// <summary>Of a value that breaks a rule the field is told in place of the code.</summary>
    internal static string CodeOf(ProblemException refused) => refused.Kind switch
    {
        ProblemKind.Invalid => $"400 {string.Join(',', refused.Errors!.Keys)}",
        ProblemKind.Conflict => $"409 {refused.Code}",
        ProblemKind.Forbidden => $"403 {refused.Code}",
        _ => throw new InvalidOperationException("A rule of the domain refuses in one of three ways.", refused),
    };
}

using Technopark.Contracts;
using Technopark.ServiceKit.Domain;

namespace Technopark.TestKit;

/// <summary>What an aggregate answers: how it refuses, and which events it raises.</summary>
public static class Refused
{
    /// <summary>Empty where nothing is refused; else kind and code: <c>409 noSeat</c>, <c>400 startedOn</c>.</summary>
    public static string By(Action act) => Find(act) is { } refused ? CodeOf(refused) : "";

    /// <summary>Events raised and not yet saved, by short name.</summary>
    public static string[] Raised(AggregateRoot aggregate) =>
        [.. aggregate.Raised.Select(message => EventTypes.ShortNameOf(message.GetType()))];

    internal static DomainException? Find(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (DomainException refused)
        {
            return refused;
        }
    }

    /// <summary>Of a value that breaks a rule the field is told in place of the code.</summary>
    internal static string CodeOf(DomainException refused) => refused.Refusal switch
    {
        Refusal.Invalid => $"400 {string.Join(',', refused.Errors!.Keys)}",
        Refusal.Forbidden => $"403 {refused.Code}",
        _ => $"409 {refused.Code}",
    };
}

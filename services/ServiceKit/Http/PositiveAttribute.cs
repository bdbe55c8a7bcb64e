using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Http;

/// <summary>More money than none.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PositiveAttribute() : ValidationAttribute("The amount is more than 0.")
{
    public override bool IsValid(object? value) => value is not Money money || money.Amount > 0;
}

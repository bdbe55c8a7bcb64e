using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Http;

/// <summary>A rule that members of a request break together. The framework carries it as English words.</summary>
public sealed class BrokenRule(ProblemText rule, params string[] members)
    : ValidationResult(rule.ToString(), members);

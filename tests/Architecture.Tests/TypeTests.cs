namespace Technopark.Architecture.Tests;

public sealed class TypeTests
{
    private const string Somewhere = "services/Registry/Domain/Sample.cs";

    [Fact]
    public void Types_are_internal_and_sealed_unless_they_are_a_contract() =>
        RuleAssert.None(Repository.Sources.SelectMany(TypeRules.OpenTypes));

    [Theory]
    [InlineData("namespace A; public sealed class Company;")]
    [InlineData("namespace A; internal class Company;")]
    [InlineData("namespace A; internal record Company(int Id);")]
    [InlineData("namespace A; internal partial class Company;")]
    [InlineData("namespace A; public enum Kind { One }")]
    [InlineData("namespace A; internal static class Outer { private class Inner; }")]
    public void A_type_that_is_open_is_found(string source) =>
        Assert.Single(TypeRules.OpenTypes(SourceFile.Parse(Somewhere, source)));

    [Theory]
    [InlineData(Somewhere, "namespace A; internal sealed record Company(int Id);")]
    [InlineData(Somewhere, "namespace A; internal static class Register { public sealed record Request(int Id); }")]
    [InlineData(
        Somewhere, "namespace A; internal readonly record struct Inn(string Text); internal abstract class Root;")]
    [InlineData("services/Contracts/Sample.cs", "namespace A; public record Company(int Id);")]
    [InlineData("services/Registry/Program.cs", "public partial class Program;")]
    public void A_type_that_is_closed_or_a_contract_passes(string path, string source) =>
        Assert.Empty(TypeRules.OpenTypes(SourceFile.Parse(path, source)));

    [Fact]
    public void Bodies_of_requests_are_public_so_that_their_rules_are_checked() =>
        RuleAssert.None(Repository.Sources.SelectMany(TypeRules.UncheckedRequests));

    [Theory]
    [InlineData("services/Registry/Features/Companies/Sample.cs", "internal", 1)]
    [InlineData("services/Registry/Features/Companies/Sample.cs", "public", 0)]
    [InlineData(Somewhere, "internal", 0)]
    public void A_body_whose_rules_are_not_checked_is_found(string path, string access, int times) =>
        Assert.Equal(times, TypeRules.UncheckedRequests(
            SourceFile.Parse(path, $"internal static class Register {{ {access} sealed record Request(int Id); }}"))
                .Count());

    [Fact]
    public void Names_say_what_a_type_does() => RuleAssert.None(Repository.Sources.SelectMany(TypeRules.EmptyNames));

    [Theory]
    [InlineData("CompanyHelper", 1)]
    [InlineData("BaseEntity", 1)]
    [InlineData("RoundManager", 1)]
    [InlineData("CommonErrors", 1)]
    [InlineData("DbUtils", 1)]
    [InlineData("DatabaseName", 0)]
    [InlineData("Commons", 0)]
    [InlineData("ManagementFte", 0)]
    public void A_name_that_says_nothing_is_found(string name, int times) =>
        Assert.Equal(
            times, TypeRules.EmptyNames(SourceFile.Parse(Somewhere, $"internal sealed class {name};")).Count());

    [Fact]
    public void No_interface_has_exactly_one_implementation() =>
        RuleAssert.None(TypeRules.NeedlessInterfaces(Repository.Sources));

    [Theory]
    [InlineData("interface IClock; class Clock : Root, IClock;", 1)]
    [InlineData("interface IRule<T>; record Rule : A.IRule<int>;", 1)]
    [InlineData("interface IRule; class One : IRule; class Two : IRule;", 0)]
    [InlineData("interface IMarker;", 0)]
    public void A_second_name_for_one_class_is_found(string source, int times) =>
        Assert.Equal(times, TypeRules.NeedlessInterfaces([SourceFile.Parse(Somewhere, source)]).Count());

    [Fact]
    public void A_double_in_a_test_does_not_justify_an_interface() => Assert.Single(TypeRules.NeedlessInterfaces(
    [
        SourceFile.Parse(Somewhere, "interface IClock; class Clock : IClock;"),
        SourceFile.Parse("tests/Registry.Tests/Sample.cs", "class FakeClock : IClock;"),
    ]));
}

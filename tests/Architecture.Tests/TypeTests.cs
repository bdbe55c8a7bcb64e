namespace Technopark.Architecture.Tests;

public sealed class TypeTests
{
    private const string Somewhere = "services/Registry/Domain/Sample.cs";

    [Theory]
    [InlineData("public sealed class Company;", 1)]
    [InlineData("internal class Company;", 1)]
    [InlineData("internal record Company(int Id);", 1)]
    [InlineData("internal partial class Company;", 1)]
    [InlineData("public enum Kind { One }", 1)]
    [InlineData("internal static class Outer { private class Inner; }", 1)]
    [InlineData("internal sealed record Company(int Id);", 0)]
    [InlineData("internal static class Register { public sealed record Request(int Id); }", 0)]
    [InlineData("internal readonly record struct Inn(string Text); internal abstract class Root;", 0)]
    [InlineData("public record Company(int Id);", 0, "services/Contracts/Sample.cs")]
    [InlineData("public partial class Program;", 0, "services/Registry/Program.cs")]
    public void A_type_that_is_open_and_no_contract_is_found(string source, int times, string path = Somewhere) =>
        Assert.Equal(times, TypeRules.OpenTypes(SourceFile.Parse(path, $"namespace A; {source}")).Count());

    [Theory]
    [InlineData("services/Registry/Features/Companies/Sample.cs", "internal", 1)]
    [InlineData("services/Registry/Features/Companies/Sample.cs", "public", 0)]
    [InlineData(Somewhere, "internal", 0)]
    public void A_body_whose_rules_are_not_checked_is_found(string path, string access, int times) =>
        Assert.Equal(times, TypeRules.UncheckedRequests(
            SourceFile.Parse(path, $"internal static class Register {{ {access} sealed record Request(int Id); }}"))
                .Count());

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

namespace Technopark.Registry.Tests;

public sealed class IdentifiersTests
{
    [Theory]
    [InlineData("7707083893", true)]
    [InlineData("7707083890", false)]
    [InlineData("0000000000", false)]
    [InlineData("770708389", false)]
    [InlineData("77070838９3", false)]
    public void Inn_of_an_entity(string inn, bool valid) => Assert.Equal(valid, Identifiers.IsInnOfEntity(inn));

    [Theory]
    [InlineData("500100732259", true)]
    [InlineData("123456789037", false)]
    [InlineData("000000000000", false)]
    public void Inn_of_a_person(string inn, bool valid) => Assert.Equal(valid, Identifiers.IsInnOfPerson(inn));

    [Theory]
    [InlineData("1027700132195", true)]
    [InlineData("1027700132196", false)]
    public void Ogrn(string ogrn, bool valid) => Assert.Equal(valid, Identifiers.IsOgrn(ogrn));

    [Theory]
    [InlineData("304500116000157", true)]
    [InlineData("304500116000158", false)]
    public void Ogrnip(string ogrnip, bool valid) => Assert.Equal(valid, Identifiers.IsOgrnip(ogrnip));
}

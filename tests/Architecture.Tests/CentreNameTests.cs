namespace Technopark.Architecture.Tests;

public sealed class CentreNameTests
{
    private static readonly CentreNameRules Sample = new(
        ["Rooms", "Plots", "Boats"], new HashSet<string> { "RoomsClass" });

    [Theory]
    [InlineData("class A { string B = \"rooms\"; }")]
    [InlineData("class A { string B = \"/api/rooms/v1\"; }")]
    [InlineData("class A { string B = $\"http://rooms/{1}\"; }")]
    [InlineData("class A { string B = \"select 'technopark.rooms.roomLet.v1'\"; }")]
    [InlineData("class RoomsClient;")]
    [InlineData("class A { void AddRooms() { } }")]
    [InlineData("using Technopark.Rooms;")]
    public void A_name_out_of_place_is_found_in_every_guise(string source)
    {
        Assert.NotEmpty(Sample.Strays(SourceFile.Parse("services/Plots/Domain/A.cs", source)));
        Assert.NotEmpty(Sample.Strays(SourceFile.Parse("gateway/A.cs", source)));
        Assert.NotEmpty(Sample.Strays(SourceFile.Parse("tests/TestKit/A.cs", source)));
        Assert.Empty(Sample.Strays(SourceFile.Parse("services/Rooms/Domain/A.cs", source)));
        Assert.Empty(Sample.Strays(SourceFile.Parse("tests/Rooms.Tests/A.cs", source)));
    }

    [Theory]
    [InlineData("class A { string B = \"There are no rooms.\"; }")]
    [InlineData("using Technopark.Contracts.Rooms; class A { RoomsClass B; }")]
    [InlineData("// rooms\nclass Bedrooms;")]
    public void A_word_and_a_contract_are_no_names(string source) =>
        Assert.Empty(Sample.Strays(SourceFile.Parse("gateway/A.cs", source)));

    [Fact]
    public void A_project_file_out_of_place_is_found()
    {
        Assert.Single(Sample.Strays("gateway/A.csproj", "<Compile Include='../services/Rooms/A.cs' />"));
        Assert.Empty(Sample.Strays("gateway/A.csproj", "<!-- The rooms are elsewhere. -->"));
    }

    [Theory]
    [InlineData("class A { string[] B = [\"rooms\", \"plots\", \"boats\"]; }", 1)]
    [InlineData("class A { object B = new[] { \"rooms\", \"plots\", \"boats\" }; }", 1)]
    [InlineData("class A { [InlineData(\"rooms\")] [InlineData(\"plots\")] [InlineData(\"boats\")] void B() { } }", 1)]
    [InlineData("class A { object B = (string[])[.. Rooms, .. Plots, .. Boats]; }", 1)]
    [InlineData("class A { string[] B = [\"rooms\", \"plots\"]; }", 0)]
    public void A_second_list_is_found_also_where_names_may_stand(string source, int times) =>
        Assert.Equal(times, Sample.Lists(SourceFile.Parse("tests/System.Tests/A.cs", source)).Count());
}

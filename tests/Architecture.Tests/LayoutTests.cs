namespace Technopark.Architecture.Tests;

public sealed class LayoutTests
{
    private const string Module = "static void AddRooms(this X x); static void MapRooms(this X x);";

    private static readonly string[] Complete =
    [
        "Program.cs", "RoomsModule.cs", "Access.cs", "Domain/Room.cs", "Features/Rooms/BookRoom.cs",
        "EventHandlers/CompanyLiquidatedHandler.cs",
        "Data/RoomsDb.cs", "Data/Migrations/1_Initial.cs", "openapi/rooms.v1.json",
    ];

    [Fact]
    public void A_complete_centre_passes() => Assert.Empty(LayoutRules.Violations("Rooms", Complete, Module));

    [Theory]
    [InlineData("RoomsModule.cs")]
    [InlineData("Access.cs")]
    [InlineData("Data/RoomsDb.cs")]
    [InlineData("Data/Migrations/1_Initial.cs")]
    [InlineData("openapi/rooms.v1.json")]
    public void What_a_centre_lacks_is_found(string lacking) =>
        Assert.Single(LayoutRules.Violations("Rooms", Complete.Except([lacking]).ToArray(), Module));

    [Theory]
    [InlineData("Services/RoomService.cs")]
    [InlineData("Features/BookRoom.cs")]
    [InlineData("Features/Rooms/Deep/BookRoom.cs")]
    [InlineData("EventHandlers/WhenCompanyLiquidated.cs")]
    public void What_has_no_place_in_a_centre_is_found(string stray) =>
        Assert.Single(LayoutRules.Violations("Rooms", [.. Complete, stray], Module));

    [Fact]
    public void A_module_without_its_two_entries_is_found() =>
        Assert.Equal(2, LayoutRules.Violations("Rooms", Complete, "").Count());
}

namespace Technopark.Incubation.Tests;

public sealed class CallTests(IncubationFixture incubation)
{
    [Fact]
    public async Task A_programme_is_what_was_said_of_it()
    {
        var made = await incubation.ProgrammeAsync(quorum: 3, seats: 7, termMonths: 24);
        var read = await incubation.Api.GetAsync(made.Path);
        Assert.Equal(made.ETag, read.ETag);
        Assert.Equal(made.Body.GetProperty("createdAt").GetString(), read.Text("createdAt"));
        Assert.Equal(
            ("Акселератор", 3, 7, 500, 24),
            (read.Text("name"), Number("quorum"), Number("seats"), Number("areaM2"), Number("termMonths")));

        int Number(string name) => (int)read.Body.GetProperty(name).GetDecimal();
    }

    [Theory]
    [InlineData("name", "", 0, 1, 1, 1)]
    [InlineData("quorum", "A", -1, 1, 1, 1)]
    [InlineData("seats", "A", 0, 0, 1, 1)]
    [InlineData("areaM2", "A", 0, 1, -1, 1)]
    [InlineData("termMonths", "A", 0, 1, 1, 0)]
    public async Task A_programme_out_of_bounds_is_refused_by_field(
        string field, string name, int quorum, int seats, int areaM2, int termMonths)
    {
        object programme = new { name, quorum, seats, areaM2, termMonths };
        Assert.Equal($"400 {field}", await incubation.CreateRefusedAsync(incubation.Programmes, programme));
    }

    [Fact]
    public async Task A_call_is_told_to_the_chain()
    {
        var call = await incubation.CallAsync();
        var said = Assert.Single(await incubation.SaidAsync(call.Id));
        Assert.Equal("callOpened", said.Type);
        Assert.Equal(call.Text("closesOn"), said.Data.GetProperty("closesOn").GetString());
        Assert.Equal(call.Text("programmeId"), said.Data.GetProperty("programmeId").GetString());
    }

    [Fact]
    public async Task A_call_does_not_close_before_it_opens()
    {
        var programmeId = (await incubation.ProgrammeAsync()).Id;
        object call = new { programmeId, name = "Набор", opensOn = "2026-03-02", closesOn = "2026-03-01" };
        Assert.Equal("400 closesOn", await incubation.CreateRefusedAsync(incubation.Calls, call));
    }

    [Fact]
    public async Task A_call_needs_its_programme()
    {
        var programmeId = Guid.CreateVersion7();
        object call = new { programmeId, name = "Набор", opensOn = "2026-03-01", closesOn = "2026-03-01" };
        Assert.Equal("400 programmeId", await incubation.CreateRefusedAsync(incubation.Calls, call));
    }

    [Fact]
    public async Task Calls_are_listed_by_programme_and_by_window()
    {
        var programme = (await incubation.ProgrammeAsync()).Id;
        var past = await incubation.CallAsync(programme, -20, -1);
        var lastDay = await incubation.CallAsync(programme, -20, 0);
        var firstDay = await incubation.CallAsync(programme, 0, 10);
        var coming = await incubation.CallAsync(programme, 1, 10);

        Assert.Equal([coming.Id, firstDay.Id, lastDay.Id, past.Id], await IdsAsync(""));
        Assert.Equal([firstDay.Id, lastDay.Id], await IdsAsync("&open=true"));
        Assert.Equal([coming.Id, past.Id], await IdsAsync("&open=false"));
        foreach (var (call, isOpen) in new[] { (past, false), (lastDay, true), (firstDay, true), (coming, false) })
        {
            Assert.Equal(isOpen, (await incubation.Api.GetAsync(call.Path)).Body.GetProperty("isOpen").GetBoolean());
        }

        Task<List<Guid>> IdsAsync(string filter) =>
            incubation.IdsAsync($"{incubation.Calls}?programmeId={programme}{filter}", limit: 1);
    }
}

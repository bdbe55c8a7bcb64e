using Technopark.Portal.Parts.Drafts;

namespace Technopark.Portal.Tests;

/// <summary>What is typed stays, whatever is done with the form.</summary>
public sealed class FormStateTests
{
    [Fact]
    public void Rows_close_up_where_one_is_taken_away()
    {
        var form = FormReaderTests.Typed(new()
        {
            ["founders[0].name"] = "А",
            ["founders[1].name"] = "Б",
            ["founders[1].role"] = "CTO",
            ["founders[2].name"] = "В",
            ["other"] = "x",
        });

        form.RemoveRow("founders", 1);

        Assert.Equal(["founders[0].name", "founders[1].name", "other"], form.Names.Order(StringComparer.Ordinal));
        Assert.Equal("В", form.Text("founders[1].name"));
        Assert.Equal(2, form.RowsOf("founders"));
    }

    [Fact]
    public void Where_both_changed_the_same_what_was_typed_stays_and_the_other_is_shown()
    {
        var form = new FormState(new Texts(), FormReaderTests.Clock);
        form.Begin(new() { ["name"] = "Заря", ["inn"] = "1", ["region"] = "78" }, "v1");
        (string Name, string Value)[] typed = [("name", "Заря-2"), ("inn", "1"), ("region", "47")];
        Array.ForEach(typed, one => form.Set(one.Name, one.Value));

        form.Merge(new() { ["name"] = "Восход", ["inn"] = "2", ["region"] = "47" }, "v2");

        Assert.Equal(["Заря-2", "2", "47"], typed.Select(one => form.Text(one.Name)));
        Assert.Equal([KeyValuePair.Create("name", "Восход")], form.Theirs.ToArray());
        Assert.Equal("v2", form.Version);
    }

    [Fact]
    public void A_draft_goes_on_as_it_was_left_and_nothing_of_it_is_dropped()
    {
        var left = FormReaderTests.Typed(new() { ["name"] = "", ["shoeSize"] = "42" });
        left.Begin([], "v1");
        var draft = Draft.Of(left, "Page.X", "/x", step: 2);
        var form = new FormState(new Texts(), FormReaderTests.Clock);
        form.Begin(new() { ["name"] = "Заря", ["isMe"] = "true" }, "v1");

        form.GoOn(Draft.From(JsonSerializer.SerializeToElement(draft, ContractJson.Options))!);

        Assert.Equal(("", ""), (form.Text("name"), form.Text("isMe")));
        Assert.Equal(left.Key, form.Key);
        Assert.Equal(["shoeSize"], form.Unasked(typeof(Client.Registry.RegisterCompanyRequest)));
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Technopark.Client.Clusters;
using Technopark.Client.Incubation;
using Technopark.Client.Investment;
using Technopark.Client.Registry;

namespace Technopark.Portal.Tests;

/// <summary>What people type becomes the API's requests, or an error at its field; nothing is guessed.</summary>
public sealed class FormReaderTests
{
    internal static readonly ParkClock Clock = new(new ConfigurationBuilder().Build(), TimeProvider.System);

    [Fact]
    public void Words_dates_numbers_as_people_write_them_and_rows_are_read()
    {
        var form = Typed(new()
        {
            ["name"] = " Заря ",
            ["kind"] = "UniversitySpinOff",
            ["registeredOn"] = "2024-02-29",
            ["inn"] = "  ",
            ["founders[0].name"] = "Анна",
            ["founders[0].role"] = "CEO",
            ["founders[0].sharePercent"] = "60,5",
            ["founders[0].isMe"] = "true",
            ["founders[1].name"] = "Борис",
            ["founders[1].role"] = "CTO",
            ["founders[1].sharePercent"] = "39.5",
        });

        var request = form.Read<RegisterCompanyRequest>();

        Assert.Empty(form.Errors);
        Assert.Equal(("Заря", CompanyKind.UniversitySpinOff), (request.Name, request.Kind));
        Assert.Equal((new DateOnly(2024, 2, 29), null), (request.RegisteredOn, request.Inn));
        Assert.Equal([60.5m, 39.5m], request.Founders.Select(founder => (decimal)founder.SharePercent));
        Assert.Equal([true, false], request.Founders.Select(founder => founder.IsMe is true));
    }

    [Fact]
    public void Money_texts_by_name_and_lists_are_read()
    {
        var tranche = Typed(new()
        {
            ["amount.amount"] = "1 234 567,8901",
            ["amount.currency"] = "EUR",
            ["paidOn"] = "2024-03-01",
            ["evidence"] = "п/п 1",
        });
        Assert.Equal(new Money(1234567.8901m, "EUR"), tranche.Read<PayTrancheRequest>().Amount);
        Assert.Null(tranche.Read<PayTrancheRequest>().Fx);

        var application = Typed(new()
        {
            ["companyId"] = $"{Guid.CreateVersion7()}",
            ["answers[team]"] = "Трое",
            ["answers[market]"] = " ",
        });
        Assert.Equal(
            [KeyValuePair.Create("team", "Трое")], application.Read<ApplyToCallRequest>().Answers.ToArray());

        var initiative = Typed(new()
        {
            ["name"] = "Фотоника",
            ["anchorOkved"] = "26.70, 72.19\n 62.01",
            ["coordinator"] = "Центр",
            ["fte"] = "1,5",
        });
        Assert.Equal(["26.70", "72.19", "62.01"], initiative.Read<ProposeInitiativeRequest>().AnchorOkved);
    }

    [Theory]
    [InlineData("kind", "")]
    [InlineData("kind", "Bank")]
    [InlineData("registeredOn", "29.02.2024")]
    [InlineData("founders[0].sharePercent", "половина")]
    [InlineData("founders[0].sharePercent", "")]
    public void What_cannot_be_read_is_an_error_of_its_field_and_no_request(string name, string typed)
    {
        var form = Typed(new()
        {
            ["name"] = "Заря",
            ["kind"] = "Ooo",
            ["founders[0].name"] = "Анна",
            ["founders[0].role"] = "CEO",
            ["founders[0].sharePercent"] = "100",
            [name] = typed,
        });

        Assert.Null(form.Read<RegisterCompanyRequest>());
        Assert.Equal([name], form.Errors.Keys);
        Assert.Equal(typed, form.Text(name));
    }

    /// <summary>A form as the browser posts it.</summary>
    internal static FormState Typed(Dictionary<string, string> fields)
    {
        var form = new FormState(new Texts(), Clock);
        form.Take(new FormCollection(fields.ToDictionary(field => field.Key, field => new StringValues(field.Value))));
        return form;
    }
}

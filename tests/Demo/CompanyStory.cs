namespace Technopark.Demo;

/// <summary>One company from registration to the end of its residency, with its rounds.</summary>
internal sealed class CompanyStory(Park park, Scene scene, CompanyPlan plan)
{
    private readonly Member _founder = park.Founder(plan.Number);
    private readonly Member _manager = park.Manager;

    public async Task<Guid> PlayAsync()
    {
        var company = await RegisterAsync();
        await _manager.AdvanceAsync(company.Path, "verify");
        await _founder.EventuallyAsync(
            $"/api/incubation/v1/companies/{company.Id}", known => known.Status != "registered");
        await ApplyAsync(company.Id);
        return company.Id;
    }

    private Task<Thing> RegisterAsync() => _founder.CreateAsync(
        $"company-{plan.Number}", "/api/registry/v1/companies", new
        {
            name = plan.Name,
            kind = plan.Kind,
            inn = plan.Inn,
            ogrn = plan.Ogrn,
            kpp = plan.Inn is null ? null : "780101001",
            okvedMain = plan.Okved,
            region = "78",
            registeredOn = plan.Registered,
            founders = new[]
            {
                new { name = plan.Founders[0], role = "CEO", sharePercent = "60", isMe = true },
                new { name = plan.Founders[1], role = "CTO", sharePercent = "40", isMe = false },
            },
        });

    private async Task ApplyAsync(Guid company)
    {
        var call = scene.Calls[(plan.Programme, plan.Year)];
        var submitted = plan.Started.AddDays(-45);
        // Of years ago: the manager enters it, a founder hands in today.
        var answers = new { problem = "Ручной труд / Manual work", solution = plan.Name };
        var application = (await _manager.CreateAsync(
            $"application-{plan.Number}", $"/api/incubation/v1/calls/{call}/applications",
            new { companyId = company, submittedOn = submitted, answers })).Path;
        await _manager.AdvanceAsync(application, "submit", new { submittedOn = submitted });
        if (plan.Fate == Fate.ApplicationWithdrawn)
        {
            await _founder.AdvanceAsync(
                application, "withdraw", new { reason = "Другая программа / Another programme" });
            return;
        }

        await _manager.AdvanceAsync(application, "screen");
        await _manager.AdvanceAsync(application, "deliberate");
        var outcome =
            plan.Fate switch { Fate.Rejected => "rejected", Fate.WaitListed => "waitListed", _ => "accepted" };
        // From the wait list a decision is possible again: a second playing must leave it as it is.
        if ((await _manager.GetAsync(application)).Status != outcome)
        {
            await _manager.AdvanceAsync(
                application, "decide",
                new { outcome, rationale = "Команда, рынок, технология / Team, market, technology" });
        }

        if (outcome == "accepted")
        {
            await ResideAsync(company);
        }
        else
        {
            await RaiseAsync(company);
        }
    }

    private async Task ResideAsync(Guid company)
    {
        var list = $"/api/incubation/v1/residencies?companyId={company}";
        var offered = await _founder.EventuallyAsync(list, page => page.Items.Count > 0);
        var residency = $"/api/incubation/v1/residencies/{offered.Items[0].GetProperty("id").GetGuid()}";
        await _founder.AdvanceAsync(residency, "sign");
        await _manager.AdvanceAsync(residency, "start", new { startedOn = plan.Started });
        await RaiseAsync(company);
        switch (plan.Fate)
        {
            case Fate.Graduated:
                await _manager.AdvanceAsync(residency, "proposeGraduation");
                var graduate = await _manager.AdvanceAsync(residency, "graduate", new { graduatedOn = plan.Ended });
                if (graduate.Status is not ("graduated" or "alumni"))
                {
                    throw new InvalidOperationException($"{plan.Name} should have graduated and is {graduate.Status}.");
                }

                break;
            case Fate.Withdrawn:
                await EndAsync("withdrawn", "Переезд / Moved");
                break;
            case Fate.Terminated:
                await EndAsync("terminated", "Нет отчётов / No reports");
                break;
        }

        Task EndAsync(string end, string reason) =>
            _manager.AdvanceAsync(residency, "end", new { end, reason, endedOn = plan.Ended });
    }

    private async Task RaiseAsync(Guid company)
    {
        if (plan.Rounds.Count == 0)
        {
            return;
        }

        await _manager.EventuallyAsync($"/api/investment/v1/issuers/{company}", _ => true);
        for (var number = 0; number < plan.Rounds.Count; number++)
        {
            await RoundAsync(company, plan.Rounds[number], $"{plan.Number}-{number}");
        }
    }

    private async Task RoundAsync(Guid company, RoundPlan planned, string key)
    {
        var amount = Money(planned.Amount, planned.Currency);
        var round = await _manager.CreateAsync($"round-{key}", "/api/investment/v1/rounds", new
        {
            companyId = company,
            name = planned.Name,
            instrument = planned.Instrument,
            target = amount,
        });
        var days = planned.Tranches.Select(tranche => tranche.PaidOn).ToArray();
        await _manager.AdvanceAsync(round.Path, "open", new { openedOn = days.Min().AddDays(-20) });
        var commitment = await park.Investor(planned.Investor).CreateAsync(
            $"commitment-{key}", $"{round.Path}/commitments",
            new { investorId = scene.Investors[planned.Investor], amount });
        for (var number = 0; number < planned.Tranches.Count; number++)
        {
            var tranche = planned.Tranches[number];
            var paid = await _manager.CreateAsync($"tranche-{key}-{number}", $"{commitment.Path}/tranches", new
            {
                amount = Money(tranche.Amount, planned.Currency),
                paidOn = tranche.PaidOn,
                evidence = $"п/п {key}-{number}",
                fx = planned.Currency == "RUB"
                    ? null
                    : new { rate = tranche.Rate, date = tranche.PaidOn, source = "Демонстрационный курс / Demo rate" },
            });
            if (tranche.Reversed)
            {
                await _manager.AdvanceAsync(paid.Path, "reverse", new { reason = "Ошибка банка / Bank error" });
            }
        }

        if (plan.Fate != Fate.Active)
        {
            await _manager.AdvanceAsync(round.Path, "close", new { closedOn = days.Max() });
        }
    }

    private static object Money(decimal amount, string currency) =>
        new { amount = amount.ToString(CultureInfo.InvariantCulture), currency };
}

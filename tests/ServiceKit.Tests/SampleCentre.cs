using System.Collections.Concurrent;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Technopark.ServiceKit.Data;
using Technopark.ServiceKit.Domain;

namespace Technopark.ServiceKit.Tests;

/// <summary>The smallest centre: one aggregate that speaks, and reactions that count.</summary>
internal sealed class SampleDb(DbContextOptions<SampleDb> options) : CentreDb(options)
{
    public DbSet<Sample> Samples => Set<Sample>();

    public DbSet<Effect> Effects => Set<Effect>();
}

internal sealed class Sample : AggregateRoot
{
    public required string Name { get; set; }

    [Audited]
    public string? Colour { get; private set; }

    public int Coats { get; private set; }

    public Money Price { get; private set; } = new(1, "RUB");

    public List<Guid> Painters { get; private init; } = [];

    /// <summary>A change of every kind of member.</summary>
    public void Paint(string name, string colour, Guid painter)
    {
        (Name, Colour, Price) = (name, colour, new Money(Price.Amount + 1, "RUB"));
        Coats++;
        Painters.Add(painter);
        Touch();
    }

    public static Sample Say(string name, DateTimeOffset now)
    {
        var sample = new Sample { Id = Guid.CreateVersion7(now), CreatedAt = now, Name = name };
        sample.Raise(new CompanyRejected(sample.Id, name));
        return sample;
    }
}

/// <summary>A row per effect of a message: a second one for the same company is what must never be.</summary>
internal sealed class Effect
{
    public int Id { get; init; }

    public required Guid CompanyId { get; init; }

    public required string Name { get; init; }
}

internal sealed class CompanyRegisteredHandler(SampleDb db, TimeProvider clock) : IConsumer<CompanyRegistered>
{
    public const string Poison = "poison";

    /// <summary>What follows in the name is run, and may take a second.</summary>
    public const string Statement = "statement: ";

    /// <summary>Comes to no end before the process does.</summary>
    public const string Endless = "endless";

    /// <summary>The fix of the bug that <see cref="Poison"/> is.</summary>
    public static bool Fixed { get; set; }

    /// <summary>While this is set <see cref="Endless"/> is; other tests read the whole log again.</summary>
    public static bool Hangs { get; set; }

    /// <summary>How often this handler began with each company's message.</summary>
    public static ConcurrentDictionary<Guid, int> Runs { get; } = [];

    public async Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        Runs.AddOrUpdate(context.Message.CompanyId, 1, (_, runs) => runs + 1);
        if (context.Message.Name.StartsWith(Statement, StringComparison.Ordinal))
        {
            db.Database.SetCommandTimeout(1);
            await db.Database.ExecuteSqlRawAsync(context.Message.Name[Statement.Length..], context.CancellationToken);
        }

        await Task.Delay(
            context.Message.Name == Endless && Hangs ? Timeout.Infinite : 0, context.CancellationToken);
        db.Add(new Effect { CompanyId = context.Message.CompanyId, Name = "first" });
        db.Add(Sample.Say(context.Message.Name, clock.GetUtcNow()));
        if (context.Message.Name == Poison && !Fixed)
        {
            throw new InvalidOperationException("The reaction has a bug.");
        }
    }
}

/// <summary>Hears what the other hears, and reacts to few.</summary>
internal sealed class SecondHandler(SampleDb db) : IConsumer<CompanyRegistered>
{
    /// <summary>The name of those it reacts to, and of its effects.</summary>
    public const string Name = "second";

    public Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        if (context.Message.Name == Name)
        {
            db.Add(new Effect { CompanyId = context.Message.CompanyId, Name = Name });
        }

        return Task.CompletedTask;
    }
}

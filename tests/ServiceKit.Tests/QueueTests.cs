using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Tests;

/// <summary>A queue for each event type heard, one for the dead of all, and the shared one of older versions.</summary>
public sealed class QueueTests(SampleFixture sample) : IAsyncLifetime
{
    private const string Dead = "kit.events_error";
    private const string Old = "kit.events";
    private const string Registered = "technopark.registry.companyRegistered.v1";
    private const string Unheard = "technopark.registry.companyLiquidated.v1";

    private static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };

    private static readonly Dictionary<string, object?> LikeEach = new(Quorum)
    {
        ["x-delivery-limit"] = 100,
        ["x-dead-letter-exchange"] = Dead,
        ["x-dead-letter-strategy"] = "at-least-once",
        ["x-overflow"] = "reject-publish",
    };

    public async ValueTask InitializeAsync()
    {
        await EmptyDeadAsync();
        await sample.Channel.ExchangeDeclareAsync(Unheard, ExchangeType.Fanout, durable: true);
    }

    public async ValueTask DisposeAsync() => await EmptyDeadAsync();

    [Fact]
    public async Task Each_type_heard_has_a_queue_that_gives_up_and_loses_nothing_then()
    {
        var heard = sample.Services(0).GetRequiredService<SubscribedEvents>().Types;
        Assert.NotEmpty(heard);
        foreach (var queue in heard.Select(type => $"kit.{EventTypes.NameOf(type)["technopark.".Length..]}"))
        {
            // Declared again with other arguments it would be refused.
            await sample.Channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, LikeEach);
        }
    }

    [Fact]
    public async Task What_nobody_answers_a_hundred_times_is_a_dead_message()
    {
        // A replica that ends each time it gets one, beside a queue that is set up like those of the sample.
        var queue = $"kit.trial{Guid.CreateVersion7():N}";
        await sample.Channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, LikeEach);
        await sample.Channel.BasicPublishAsync("", queue, mandatory: true, new BasicProperties(), "{}"u8.ToArray());
        await Eventually.TrueAsync("it is given back a hundred times", async () =>
        {
            while (await sample.Channel.BasicGetAsync(queue, autoAck: false) is { } got)
            {
                await sample.Channel.BasicNackAsync(got.DeliveryTag, multiple: false, requeue: true);
            }

            return await DeadAsync() == 1;
        });
        await sample.Channel.QueueDeleteAsync(queue);
    }

    [Fact]
    public async Task A_type_that_is_not_heard_waits_for_a_version_that_hears_it()
    {
        var message = new CompanyLiquidated(Guid.CreateVersion7(), "over", default);
        await sample.Channel.ExchangeBindAsync(SampleFixture.Queue, Unheard, "");
        await sample.PublishAsync(message, Guid.CreateVersion7());
        await Eventually.TrueAsync("it is dead", async () => await DeadAsync() == 1);
        await sample.Channel.ExchangeUnbindAsync(SampleFixture.Queue, Unheard, "");
        var dead = await sample.Channel.BasicGetAsync(Dead, autoAck: true);
        Assert.Equal("dead-letter", dead!.BasicProperties.Header("MT-Reason"));
        Assert.Null(await sample.FindQueueAsync($"{SampleFixture.Queue}_skipped"));
    }

    [Fact]
    public async Task A_message_that_came_by_an_exchange_of_others_is_put_aside_and_stays_there()
    {
        const string forger = "technopark.forger.anything.v1";
        await sample.Channel.ExchangeDeclareAsync(forger, ExchangeType.Fanout, autoDelete: true);
        await sample.Channel.ExchangeBindAsync(SampleFixture.Queue, forger, "");
        var (forged, genuine) = (SampleFixture.Fact("forged"), SampleFixture.Fact());
        await sample.PublishAsync(forged, Guid.CreateVersion7(), exchange: forger);
        await sample.PublishAsync(genuine, Guid.CreateVersion7());
        await Eventually.TrueAsync("the effect", async () => await sample.EffectsAsync(genuine.CompanyId) == 1);
        await Eventually.TrueAsync("it is dead", async () => await DeadAsync() == 1);
        await sample.Channel.ExchangeUnbindAsync(SampleFixture.Queue, forger, "");

        Assert.Equal(0, await RedriveAsync());
        Assert.Equal(0, await sample.EffectsAsync(forged.CompanyId));
        var dead = await sample.Channel.BasicGetAsync(Dead, autoAck: true);
        Assert.Equal("foreign-exchange", dead!.BasicProperties.Header("MT-Reason"));
        Assert.Contains(forger, dead.BasicProperties.Header("MT-Fault-Message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_in_the_shared_queue_of_an_older_version_has_its_effects()
    {
        const int waiting = 1000;
        var heard = Enumerable.Range(0, waiting).Select(_ => SampleFixture.Fact()).ToArray();
        var known = (Message: SampleFixture.Fact(), Id: Guid.CreateVersion7());
        await sample.PublishAsync(known.Message, known.Id);
        await Eventually.TrueAsync(
            "the effect under the old name", async () => await sample.EffectsAsync(known.Message.CompanyId) == 1);

        await using var connection =
            await new ConnectionFactory { Uri = new Uri(Infrastructure.RabbitMq) }.CreateConnectionAsync();
        var listening = await connection.CreateChannelAsync();
        await DeclareOldAsync(listening);
        await listening.BasicConsumeAsync(
            Old, autoAck: false, new AsyncEventingBasicConsumer(listening));
        await Task.WhenAll(heard.Select(message => sample.PublishAsync(message, Guid.CreateVersion7(), exchange: Old)));
        await sample.PublishAsync(known.Message, known.Id, exchange: Old);
        await sample.PublishAsync(new CompanyLiquidated(Guid.CreateVersion7(), "over", default),
            Guid.CreateVersion7(), exchange: Old);

        var replica = await sample.StartAnotherAsync();
        // While an old replica listens, what it hears is its own.
        await replica.Services.GetRequiredService<Topology>().WhenBoundAsync([Registered], default);
        Assert.Equal(1u, (await sample.FindQueueAsync(Old))?.ConsumerCount);
        await listening.DisposeAsync();

        var ids = Array.ConvertAll(heard, message => message.CompanyId);
        await Eventually.TrueAsync("all effects", async () => await sample.CountAsync(
            "select count(distinct company_id) from effects where company_id = any($1)", ids) == waiting);
        await Eventually.TrueAsync("the old queue has ended", async () => await sample.FindQueueAsync(Old) is null);
        Assert.Equal(waiting, await sample.CountAsync("select count(*) from effects where company_id = any($1)", ids));
        Assert.Equal(1, await sample.EffectsAsync(known.Message.CompanyId));
        Assert.Equal(["dead-letter " + Unheard], await TakeDeadAsync());
        await replica.DisposeAsync();
    }

    private static async Task DeclareOldAsync(IChannel channel)
    {
        await channel.ExchangeDeclareAsync(Old, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync(Old, durable: true, exclusive: false, autoDelete: false, Quorum);
        await channel.QueueBindAsync(Old, Old, "");
        await channel.ExchangeBindAsync(Old, Registered, "");
    }

    private async Task<long> DeadAsync() =>
        (await sample.Http.GetFromJsonAsync<JsonElement>("/ops/messages")).GetProperty("dead").GetInt64();

    /// <returns>Reason and type of each.</returns>
    private async Task<List<string>> TakeDeadAsync()
    {
        var taken = new List<string>();
        while (await sample.Channel.BasicGetAsync(Dead, autoAck: true) is { BasicProperties: { } dead })
        {
            taken.Add($"{dead.Header("MT-Reason")} {dead.Header("cloudEvents:type")}");
        }

        return taken;
    }

    private async Task<int> RedriveAsync()
    {
        using var redriven = await sample.Http.PostAsync(new Uri("/ops/messages/redrive", UriKind.Relative), null);
        return (await redriven.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dead").GetInt32();
    }

    private async Task EmptyDeadAsync()
    {
        if (await sample.FindQueueAsync(Dead) is not null)
        {
            await sample.Channel.QueuePurgeAsync(Dead);
        }
    }
}

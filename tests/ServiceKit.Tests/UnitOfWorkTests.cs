using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Tests;

/// <summary>A pooled context goes from one unit of work to the next.</summary>
public sealed class UnitOfWorkTests(SampleFixture sample)
{
    [Theory, InlineData(true), InlineData(false)]
    public async Task Nothing_of_it_is_left_in_a_context_that_goes_back_to_its_pool(bool isScopeAsync)
    {
        var scope = sample.Services(0).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CentreDb>();
        db.BeginUnitOfWork(Caller.System, new CausationContext(Guid.CreateVersion7(), Guid.CreateVersion7(), "type"));
        db.IdempotencyKey = new IdempotencyKey("caller", "key", [1]);
        var members = MembersOf(db).ToArray();
        Assert.NotEmpty(members);
        // A new member must be filled here.
        Assert.All(members, member => Assert.False(IsEmpty(member.Value), member.Name));
        if (isScopeAsync)
        {
            await scope.DisposeAsync();
        }
        else
        {
            ((IServiceScope)scope).Dispose();
        }

        Assert.All(MembersOf(db), member => Assert.True(IsEmpty(member.Value), member.Name));
        Assert.Equal(Caller.Anonymous, db.Caller);
    }

    [Fact]
    public async Task Without_waiting_no_aggregate_is_saved_for_its_events_would_be_lost()
    {
        await using var scope = sample.Services(0).CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SampleDb>();
        db.Add(Sample.Say("silent", TimeProvider.System.GetUtcNow()));
        Assert.Throws<NotSupportedException>(() => db.SaveChanges());
        Assert.Equal(0, await db.Samples.CountAsync(kept => kept.Name == "silent"));
    }

    /// <summary>All that the kit and the centre add to what EF Core keeps, down to the members of values.</summary>
    private static IEnumerable<(string Name, object? Value)> MembersOf(CentreDb db)
    {
        for (var type = db.GetType(); type != typeof(DbContext); type = type!.BaseType)
        {
            foreach (var (field, value) in FieldsOf(type!, db))
            {
                var parts = value is not null && field.FieldType is { IsValueType: true, IsPrimitive: false }
                    ? FieldsOf(field.FieldType, value) : [(field, value)];
                foreach (var (part, partly) in parts)
                {
                    yield return ($"{field.Name} {part.Name}", partly);
                }
            }
        }
    }

    private static IEnumerable<(FieldInfo Field, object? Value)> FieldsOf(Type type, object of) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(field => (field, field.GetValue(of)));

    private static bool IsEmpty(object? value) =>
        value is null || value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType()));
}

namespace Technopark.Architecture.Tests;

public sealed class CodeTests
{
    private const string Sample = """
        namespace Microsoft.EntityFrameworkCore
        {
            public class DbContext;
            public class Set<T>;
            public static class Extensions { public static void Touch(this object o) { } }
        }
        namespace Microsoft.AspNetCore.Mvc { public sealed class FromBodyAttribute : System.Attribute; }
        namespace Technopark.Sample.Data { public sealed class SampleDb : Microsoft.EntityFrameworkCore.DbContext; }
        namespace Technopark.Sample.Domain
        {
            using Microsoft.EntityFrameworkCore;
            using System.Collections.Generic;
            public sealed class Field { private Set<int> rows; }
            public sealed class Body { public void Act() => this.Touch(); }
            public sealed class Closure { public System.Action Act() => () => new object().Touch(); }
            public sealed class Attributed { public void Act([Microsoft.AspNetCore.Mvc.FromBody] int id) { } }
            public sealed class Inward { public int Count(List<Data.SampleDb> all) => all.Count; }
            public sealed class Clean { public System.DateTimeOffset At { get; init; } }
        }
        namespace Technopark.Sample.Features.Calls { public static class OpenCall { public static int Default => 1; } }
        namespace Technopark.Sample.Features.Rooms
        {
            public static class BookRoom { public static int Default => Features.Calls.OpenCall.Default; }
            public static class FreeRoom { public static int Default => BookRoom.Default; }
        }
        """;

    [Fact]
    public void A_domain_that_knows_too_much_is_found_wherever_it_hides_it()
    {
        var found = CodeRules.WhatTheDomainMustNotKnow(SampleAssembly.Compile(Sample));
        var types = found.Select(line => line.Split(' ')[0].Split('.')[^1]).Distinct().Order();

        Assert.Equal(["Attributed", "Body", "Closure", "Field", "Inward"], types);
    }

    [Fact]
    public void A_feature_that_reaches_into_another_is_found() => Assert.Equal(
        ["Technopark.Sample.Features.Rooms.BookRoom must not know Technopark.Sample.Features.Calls.OpenCall"],
        CodeRules.FeaturesThatKnowEachOther(SampleAssembly.Compile(Sample)));
}

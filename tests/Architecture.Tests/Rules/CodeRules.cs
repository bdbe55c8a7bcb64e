namespace Technopark.Architecture.Tests.Rules;

/// <summary>Which namespaces may know which, read from the compiled services.</summary>
internal static class CodeRules
{
    private static readonly string[] Outside =
        ["Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "MassTransit", "Npgsql", "Grpc", "RabbitMQ"];

    private static readonly string[] Around = ["Features", "EventHandlers", "Grpc", "Data"];

    /// <summary>The domain is the park's own words: no HTTP, database or broker, nothing that surrounds it.</summary>
    public static IEnumerable<string> WhatTheDomainMustNotKnow(AssemblyDefinition service)
    {
        var own = service.Name.Name;
        string[] forbidden = [.. Outside, .. Around.Select(folder => $"{own}.{folder}")];
        return Find(service, from => IsIn(from, $"{own}.Domain"), (_, to) => forbidden.Any(part => IsIn(to, part)));
    }

    /// <summary>Use cases of one thing do not reach into those of another: what they share is in the domain.</summary>
    public static IEnumerable<string> FeaturesThatKnowEachOther(AssemblyDefinition service)
    {
        var features = $"{service.Name.Name}.Features";
        return Find(
            service, from => IsIn(from, features), (from, to) => IsIn(to, features) && Thing(from) != Thing(to));

        string Thing(string name) => name[(features.Length + 1)..].Split('.', '/')[0];
    }

    private static IEnumerable<string> Find(
        AssemblyDefinition service, Func<string, bool> subject, Func<string, string, bool> forbidden) =>
        from type in service.MainModule.Types
        where subject(type.FullName)
        from known in TypeReferences.Of(type)
        where forbidden(type.FullName, known)
        select $"{type.FullName} must not know {known}";

    private static bool IsIn(string type, string nameSpace) => type.IsIn(nameSpace + ".");
}

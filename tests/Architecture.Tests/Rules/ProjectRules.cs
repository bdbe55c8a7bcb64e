using System.Xml.Linq;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>Who may reference whom, read from project and lock files.</summary>
internal static class ProjectRules
{
    private static readonly string[] Shared =
        ["Technopark.Contracts", "Technopark.ServiceKit", "Technopark.ServiceDefaults"];

    public static IEnumerable<string> ForbiddenReferences(Project project)
    {
        string[]? allowed = project.Name switch
        {
            "Technopark.Contracts" or "Technopark.ServiceDefaults" => [],
            "Technopark.ServiceKit" => ["Technopark.Contracts", "Technopark.ServiceDefaults"],
            "Technopark.Gateway" => ["Technopark.ServiceDefaults"],
            "Technopark.Client" => ["Technopark.Contracts"],
            "Technopark.Portal" => [.. Shared, "Technopark.Client"],
            _ => project.IsService ? Shared : null,
        };
        var forbidden = allowed is null ? [] : project.References.Except(allowed);
        return forbidden.Select(other => $"{project.Path} must not reference {other}");
    }

    /// <summary>Linking a file out of another service's folder is a reference too.</summary>
    public static IEnumerable<string> FilesOfOtherServices(Project project) =>
        from include in project.Xml.Descendants().Attributes().Select(attribute => attribute.Value.Replace('\\', '/'))
        where project.IsService && include.IsIn("../") && !include.IsIn("../../")
        let owner = include.Split('/')[1]
        where owner is not ("Contracts" or "ServiceKit" or "Client")
        // What a service publishes of itself is for everybody.
        where !include.Contains("/openapi/", StringComparison.Ordinal)
        select $"{project.Path} reaches into {owner}: {include}";

    public static IEnumerable<string> ForbiddenPackages(Project project) => project.Packages
        .Where(package => project.Name == "Technopark.Contracts"
            || (package.IsIn("Aspire.") && !project.Path.IsIn("AppHost/")))
        .Select(package => $"{project.Path} must not use {package}");

    /// <summary>Resolved packages, direct and transitive, with their versions.</summary>
    public static IEnumerable<(string Id, string Version)> Resolved(string lockFile) =>
        from framework in JsonDocument.Parse(lockFile).RootElement.GetProperty("dependencies").EnumerateObject()
        from package in framework.Value.EnumerateObject()
        where package.Value.TryGetProperty("resolved", out _)
        select (package.Name, package.Value.GetProperty("resolved").GetString()!);

    /// <summary>What every process has must not bring a database mapper or a bus to those that need none.</summary>
    public static IEnumerable<string> HeavyPackages(string lockFile) => Resolved(lockFile)
        .Where(package => package.Id.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.OrdinalIgnoreCase)
            || package.Id.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase))
        .Select(package => $"ServiceDefaults resolves {package.Id}");

    /// <summary>MassTransit 9 needs a commercial licence.</summary>
    public static IEnumerable<string> LicensedMassTransit(string path, string lockFile) => Resolved(lockFile)
        .Where(package => package.Id.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)
            && int.Parse(package.Version.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture) >= 9)
        .Select(package => $"{path} resolves {package.Id} {package.Version}");
}

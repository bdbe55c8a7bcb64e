namespace Technopark.Architecture.Tests;

/// <summary>The repository breaks no rule of the house. That each rule finds what breaks it is tested beside.</summary>
public sealed class RepositoryTests
{
    private static readonly Project[] Services = [.. Repository.Projects.Where(project => project.IsService)];

    private static readonly Dictionary<string, Func<IEnumerable<string>>> Violations = new()
    {
        ["Types are internal and sealed unless they are a contract"] = () => InSources(TypeRules.OpenTypes),
        ["Bodies of requests are public so that their rules are checked"] = () =>
            InSources(TypeRules.UncheckedRequests),
        ["Names say what a type does"] = () => InSources(TypeRules.EmptyNames),
        ["No interface has exactly one implementation"] = () => TypeRules.NeedlessInterfaces(Repository.Sources),
        ["Files stay small"] = () => SizeRules.LongFiles(Repository.Sources),
        ["Methods stay small"] = () => SizeRules.LongMethods(Repository.Sources),
        ["No file is bound to one machine"] = () =>
            from path in Repository.Files
            let text = Repository.Read(path)
            where !text.Contains('\0', StringComparison.Ordinal)
            from found in TextRules.MachineBound(path, text)
            select found,
        ["Digits are those from 0 to 9"] = () =>
            from path in Repository.Files
            where path.EndsWith(".cs", StringComparison.Ordinal) && TextRules.IsOfAService(path)
            from found in TextRules.DigitsOfAnyScript(path, Repository.Read(path))
            select found,
        ["Old words do not come back"] = () => InSources(file => GlossaryRules.Returned(file, GlossaryRules.Given)),
        ["Services know each other only through Contracts"] = () => InProjects(ProjectRules.ForbiddenReferences),
        ["No service compiles a file of another"] = () => InProjects(ProjectRules.FilesOfOtherServices),
        ["No file is compiled into two projects"] = () => Repository.Files
            .Where(path => path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(Project.Read).SelectMany(FloorRules.SharedFiles),
        ["Contracts has no package and only the AppHost knows Aspire"] = () =>
            InProjects(ProjectRules.ForbiddenPackages),
        ["ServiceDefaults brings neither EF Core nor MassTransit"] = () =>
            ProjectRules.HeavyPackages(Repository.Read("ServiceDefaults/packages.lock.json")),
        ["MassTransit stays below version 9"] = () => Repository.Files
            .Where(path => path.EndsWith("packages.lock.json", StringComparison.Ordinal))
            .SelectMany(path => ProjectRules.LicensedMassTransit(path, Repository.Read(path))),
        ["Every centre has the same inside"] = () =>
            Services.Where(service => service.IsCentre).SelectMany(LayoutRules.Violations),
        ["A service with a domain is a centre"] = () => Services
            .Where(service => !service.IsCentre && service.Files.Any(path => path.IsIn("Domain/")))
            .Select(service => $"{service.Name} has a domain but not the kit of a centre"),
        ["Folders of the kit use only the floors below"] = () =>
            FloorRules.Violations(Repository.Projects.Single(project => project.ShortName == "ServiceKit").Compiled()),
        ["The domain knows nothing of HTTP, database and broker"] = () =>
            InServices(CodeRules.WhatTheDomainMustNotKnow),
        ["Features do not know each other"] = () => InServices(CodeRules.FeaturesThatKnowEachOther),
        ["The audit keeps no words about people"] = () => InServices(AuditRules.WordsAboutPeople),
        ["A centre is named in code where the park is put together and in what is its own"] = () =>
            InSources(CentreNameRules.OfTheHouse.Strays),
        ["A centre is named in other files only there too"] = () => Repository.Files
            .Where(path => path == "technopark"
                || Path.GetExtension(path) is ".csproj" or ".props" or ".targets" or ".razor")
            .SelectMany(path => CentreNameRules.OfTheHouse.Strays(path, Repository.Read(path))),
        ["Nowhere else is a list of the centres"] = () => InSources(CentreNameRules.OfTheHouse.Lists),
        ["Every link and every path of the pages leads somewhere"] = () => DocsRules.Pages.SelectMany(page =>
            DocsRules.Broken(page, Repository.Read(page), Repository.Files, DocsRules.HeadingsOf)),
        ["Every guide and decision is linked"] = () => DocsRules.Pages
            .Where(page => page != "README.md" && !DocsRules.Pages.Any(other => other != page
                && Repository.Read(other).Contains($"{Path.GetFileName(page)})", StringComparison.Ordinal)))
            .Select(page => $"No page links to {page}."),
    };

    public static TheoryData<string> Rules => [.. Violations.Keys];

    [Theory, MemberData(nameof(Rules))]
    public void It_keeps(string rule)
    {
        var found = Violations[rule]().ToArray();
        Assert.True(found.Length == 0, $"{found.Length} against the house rules:\n{string.Join('\n', found)}");
    }

    [Fact]
    public void What_the_rules_are_about_is_found()
    {
        Assert.Superset(
            Repository.Projects.Single(project => project.ShortName == "AppHost").References
                .Except(["Technopark.ServiceKit", "Technopark.Gateway"]).ToHashSet(),
            Services.Select(service => service.Name).ToHashSet());
        Assert.True(DocsRules.Pages.Count > 10, "The pages were not found.");
        Assert.All(
            CentreNameRules.Exceptions.Keys, path => Assert.Contains(Repository.Files, file => file.IsIn(path)));
    }

    private static IEnumerable<string> InSources(Func<SourceFile, IEnumerable<string>> rule) =>
        Repository.Sources.SelectMany(rule);

    private static IEnumerable<string> InProjects(Func<Project, IEnumerable<string>> rule) =>
        Repository.Projects.SelectMany(rule);

    private static IEnumerable<string> InServices(Func<AssemblyDefinition, IEnumerable<string>> rule) =>
        Services.Select(service => service.Compiled()).SelectMany(rule);
}

using System.Text;
using Technopark.ServiceDefaults;

namespace Technopark.ServiceKit.Tests;

/// <summary>docs/access.md says who may do what, from the documents that every operation is tried by.</summary>
public sealed class AccessPageTests
{
    private const string Page = "docs/access.md";

    private static readonly string[] Services =
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "services"))
        .Where(folder => Directory.Exists(Path.Combine(folder, "openapi")))
        .Select(folder => Path.GetFileName(folder).ToLowerInvariant()).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_page_of_who_may_do_what_is_what_is_tested()
    {
        var file = Path.Combine(Repository.Root, Page);
        var (written, page) = (File.Exists(file) ? File.ReadAllText(file) : "", Write());
        File.WriteAllText(file, page);
        Assert.True(written == page, $"{Page} was out of date and has been written anew: commit it.");
    }

    private static string Write()
    {
        var operations = Services.ToDictionary(service => service, Operation.Of);
        var count = operations.Values.Sum(all => all.Count);
        var attempts = count * ((2 * RoleNames.All.Count) + 1);
        var page = new StringBuilder($"""
            # Who may do what · Кому что можно

            Each service says in its own `Access.cs` who may use which operation. This page is written by a test from
            the OpenAPI documents: `tests/ServiceKit.Tests/AccessPageTests.cs`. Do not edit it by hand.

            Кто какой операцией пользуется, говорит `Access.cs` каждой службы. Эту страницу по документам
            OpenAPI пишет тест.

            | | |
            |---|---|
            | ● | everything · всё |
            | ◐ | what is theirs · своё |
            | ○ | what is open to others · открытое другим |
            | ◐○ | both · и то и другое |

            Who may do nothing here gets 403. What one may not know of answers as what does not exist: 404, an empty
            list, an unknown name in a body.

            {count} operations · операций; {attempts} ways to ask (9 roles × owner and stranger, and nobody) ·
            способов спросить. `AccessTests` of each service try every one of them, on things
            that are open to others and on things that are not.

            """.ReplaceLineEndings("\n"));
        foreach (var (service, all) in operations)
        {
            page.Append(CultureInfo.InvariantCulture,
                $"\n## {service}\n\n| | {string.Join(" | ", RoleNames.All.Select(RoleNames.NameOf))} |\n");
            page.Append("|---|").Insert(page.Length, ":-:|", RoleNames.All.Count).Append('\n');
            foreach (var operation in all)
            {
                page.Append(CultureInfo.InvariantCulture,
                    $"| {operation.Name}<br>`{operation.Method} {operation.Path[$"/api/{service}".Length..]}` | ");
                page.Append(string.Join(" | ", RoleNames.All.Select(role => Sign(operation, role)))).Append(" |\n");
            }
        }

        return page.ToString();
    }

    private static string Sign(Operation operation, Roles role) => operation.IsPublic || operation.All.HasFlag(role)
        ? "●" : (operation.Own.HasFlag(role) ? "◐" : "") + (operation.Open.HasFlag(role) ? "○" : "");
}

using System.Collections;
using System.Reflection;
using System.Resources;
using Technopark.Portal.Shell;

namespace Technopark.Portal.Tests;

/// <summary>Whatever the portal says it says in both languages, each thing once.</summary>
public sealed class TextTests
{
    private static readonly Assembly Portal = typeof(Texts).Assembly;

    private static readonly string[] Files =
    [
        .. Portal.GetManifestResourceNames()
            .Where(name => name.StartsWith("Technopark.Portal.Texts.", StringComparison.Ordinal))
            .Select(name => name[..^".resources".Length]),
    ];

    [Fact]
    public void Each_key_stands_in_one_file_and_in_both_languages()
    {
        Assert.NotEmpty(Files);
        var english = Files.SelectMany(file => KeysOf(file, "")).ToArray();
        Assert.Empty(english.GroupBy(key => key).Where(group => group.Count() > 1).Select(group => group.Key));
        foreach (var file in Files)
        {
            Assert.Equal(KeysOf(file, "").Order(), KeysOf(file, "ru").Order());
        }
    }

    [Fact]
    public void Places_in_a_text_are_the_same_in_both_languages()
    {
        foreach (var file in Files)
        {
            var texts = new ResourceManager(file, Portal);
            Assert.All(KeysOf(file, ""), key => Assert.Equal(
                PlacesIn(texts.GetString(key, CultureInfo.InvariantCulture)!),
                PlacesIn(texts.GetString(key, CultureInfo.GetCultureInfo("ru"))!)));
        }
    }

    [Fact]
    public void Each_page_in_the_navigation_has_a_name_a_group_and_an_operation()
    {
        var texts = new Texts();
        var places = Places.For(RoleNames.All.Aggregate((all, role) => all | role)).ToArray();
        Assert.NotEmpty(places);
        Assert.All(places, place => Assert.NotNull(texts.Find(place.Title)));
        Assert.All(places, place => Assert.NotNull(texts.Find($"Group.{place.Says.Group}")));
        Assert.DoesNotContain(places, place => place.Path.Contains('{', StringComparison.Ordinal));
    }

    private static IEnumerable<string> KeysOf(string file, string language) => new ResourceManager(file, Portal)
        .GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>().Select(entry => (string)entry.Key);

    private static string PlacesIn(string text) => string.Concat(
        Enumerable.Range(0, 10).Where(place => text.Contains($"{{{place}", StringComparison.Ordinal)));
}

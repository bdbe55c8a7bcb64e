using System.Xml.Linq;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>
/// A project file: <c>services/Registry/Technopark.Registry.csproj</c> in folder <c>services/Registry</c>.
/// </summary>
internal sealed record Project(string Path, XDocument Xml)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Technopark.Registry: assembly and root namespace.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Registry.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>
    /// A process of the park under services/; Contracts and ServiceKit are what services are made of.
    /// </summary>
    public bool IsService => Folder.IsIn("services/") && ShortName is not ("Contracts" or "ServiceKit");

    /// <summary>A service with a database and a place on the bus.</summary>
    public bool IsCentre => IsService && References.Contains("Technopark.ServiceKit");

    public IEnumerable<string> References =>
        Includes("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension)!;

    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>The built assembly, in the configuration that these tests were built in.</summary>
    public string Assembly
    {
        get
        {
            var flavour = AppContext.BaseDirectory.TrimEnd('/', '\\').Split('/', '\\')[^2..];
            return System.IO.Path.Combine(Repository.Root, Folder, "bin", flavour[0], flavour[1], $"{Name}.dll");
        }
    }

    public static Project Read(string path) => new(path, XDocument.Parse(Repository.Read(path)));

    private IEnumerable<string> Includes(string item) =>
        from include in Xml.Descendants(item).Attributes("Include")
        from path in include.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select path.Replace('\\', '/');
}

using System.Xml.Linq;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>A project file: <c>services/Registry/Technopark.Registry.csproj</c>.</summary>
internal sealed record Project(string Path, XDocument Xml)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>Technopark.Registry: assembly and root namespace.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Registry.</summary>
    public string ShortName => Name[(Name.LastIndexOf('.') + 1)..];

    /// <summary>A process of the park under services/; the others there are what they are made of.</summary>
    public bool IsService => Folder.IsIn("services/") && ShortName is not ("Contracts" or "ServiceKit" or "Client");

    /// <summary>A service with a database and a place on the bus.</summary>
    public bool IsCentre => IsService && References.Contains("Technopark.ServiceKit");

    public IEnumerable<string> References =>
        Includes("ProjectReference").Select(System.IO.Path.GetFileNameWithoutExtension)!;

    public IEnumerable<string> Packages => Includes("PackageReference");

    /// <summary>Its files, relative to its folder.</summary>
    public string[] Files =>
        [.. Repository.Files.Where(path => path.IsIn($"{Folder}/")).Select(path => path[(Folder.Length + 1)..])];

    public static Project Read(string path) => new(path, XDocument.Parse(Repository.Read(path)));

    /// <summary>A sample.</summary>
    public static Project Of(string path, string item) =>
        new(path, XDocument.Parse($"<Project><ItemGroup>{item}</ItemGroup></Project>"));

    /// <summary>The built assembly, in the configuration that these tests were built in.</summary>
    public AssemblyDefinition Compiled()
    {
        var flavour = AppContext.BaseDirectory.TrimEnd('/').Split('/')[^2..];
        var built = System.IO.Path.Combine([Repository.Root, Folder, "bin", .. flavour, $"{Name}.dll"]);
        Assert.True(File.Exists(built), $"{Name} has not been built in this configuration.");
        return AssemblyDefinition.ReadAssembly(built);
    }

    private IEnumerable<string> Includes(string item) =>
        from include in Xml.Descendants(item).Attributes("Include")
        from path in include.Value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        select path.Replace('\\', '/');
}

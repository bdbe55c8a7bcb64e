namespace Technopark.Terminal;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    /// <summary>The folder of Technopark.sln; paths in the commands are relative to it.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Where the build puts the program of a project.</summary>
    public static string Built(string folder, string name) => $"{folder}/bin/Release/net10.0/Technopark.{name}.dll";

    private static string Find(string? folder) =>
        folder is null ? throw new CommandException($"technopark: no Technopark.sln above {AppContext.BaseDirectory}")
        : File.Exists(Path.Combine(folder, "Technopark.sln")) ? folder
        : Find(Path.GetDirectoryName(folder));
}

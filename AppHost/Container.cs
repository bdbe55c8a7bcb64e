using System.Diagnostics;

namespace Technopark.AppHost;

/// <summary>A server nobody installed, from a container engine. Its client is a process of the park and passes signals on.</summary>
internal static class Container
{
    private static readonly string[] Engines = ["docker", "podman"];

    /// <param name="options">Of the engine. The values of variables come from the environment of its client: a command line can be read by anybody.</param>
    /// <exception cref="DistributedApplicationException">No engine answers: says what to install.</exception>
    public static IResourceBuilder<ExecutableResource> Add(IDistributedApplicationBuilder builder, Site site,
        string name, string image, int port, int inside, string data, params string[] options)
    {
        var engine = Array.Find(Engines, Answers) ?? throw new DistributedApplicationException(
            $"There is no {name}: install it (Debian, Ubuntu: apt-get install postgresql rabbitmq-server), start a container engine, "
            + $"or set ConnectionStrings__{name}.");
        var volume = $"technopark-{site.Secret("volume")[..8]}-{name}";
        return builder.AddExecutable(name, engine, site.Directory,
            ["run", "--rm", "--name", volume, "-p", $"127.0.0.1:{port}:{inside}", "-v", $"{volume}:{data}", .. options, image])
            .WithAnnotation(new Lasting());
    }

    private static bool Answers(string engine)
    {
        try
        {
            var start = new ProcessStartInfo(engine, "info") { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            return process.WaitForExit(TimeSpan.FromSeconds(10)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

namespace Aspire.Hosting.Dcp;

internal sealed record DcpKind(string Name, string Plural)
{
    public static readonly DcpKind Executable = new("Executable", "executables");
    public static readonly DcpKind Service = new("Service", "services");
}

/// <param name="Type">ADDED, MODIFIED or DELETED.</param>
/// <param name="Object">The executable after the change.</param>
internal sealed record DcpChange(string Type, DcpExecutable Object);

internal sealed record DcpExecutable(DcpMetadata Metadata, DcpStatus? Status);

internal sealed record DcpMetadata(string Name, string Uid);

internal sealed record DcpStatus(
    string? State, int? Pid, int? ExitCode, DateTimeOffset? StartupTimestamp, DateTimeOffset? FinishTimestamp);

using Npgsql;
using Technopark.Terminal;

Environment.CurrentDirectory = Repository.Root;
if (args is [] or ["help"] || args.Any(argument => argument is "-h" or "--help"))
{
    Console.Write(Usage.Help);
    return 0;
}

// The script asks before it builds: whoever mistyped an option need not wait for that.
var onlyCheck = args[0] == "--only-check";
var parsed = Usage.Parse(onlyCheck ? args[1..] : args);
if (Usage.Complain(parsed))
{
    return 1;
}

try
{
    return onlyCheck ? 0 : await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (Exception e) when (e is CommandException or HttpRequestException or NpgsqlException or IOException
    or UnauthorizedAccessException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

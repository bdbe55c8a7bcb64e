namespace Technopark.Terminal;

/// <summary>What can be typed: the commands, and the answer to what is none of them.</summary>
internal static class Usage
{
    public static string Help
    {
        get
        {
            using var text = new StreamReader(typeof(Usage).Assembly.GetManifestResourceStream("help.txt")!);
            return text.ReadToEnd();
        }
    }

    public static ParseResult Parse(string[] args)
    {
        var root = new RootCommand
        {
            UpCommand.Create(), DownCommand.Create(), DemoCommand.Create(), TestCommand.Create(), BenchCommand.Create(),
            AuditCommand.Create(), AccountCommands.CreateInvite(), AccountCommands.CreateRecover(),
            TokenCommand.Create(), ResetCommand.Create(), BackupCommand.Create(), RestoreCommand.Create(),
            ErasuresCommand.Create(),
        };
        // Help is one text for all commands.
        root.Options.Clear();
        root.Directives.Clear();
        return root.Parse(
            args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
    }

    /// <summary>Says on the error stream what is wrong with the arguments, if anything is.</summary>
    public static bool Complain(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0)
        {
            return false;
        }

        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            Console.Error.Write(Help);
            var what = parsed.CommandResult.Command is RootCommand ? "command" : "option";
            Console.Error.WriteLine($"technopark: unknown {what} {unknown}");
        }
        else
        {
            Console.Error.WriteLine($"technopark: {parsed.Errors[0].Message}");
        }

        return true;
    }
}

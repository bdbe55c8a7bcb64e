namespace Technopark.TerminalTests;

/// <summary>Whoever mistypes is told in a sentence what is wanted, before anything is built or started.</summary>
public sealed class ArgumentTests
{
    private const string Backup =
        "backup wants the whole path of a directory that is not there yet, for example /mnt/park-1";

    [Theory]
    [InlineData("up --port 0", "--port wants a number from 1 to 65535, not '0'")]
    [InlineData("up --port", "--port wants a number from 1 to 65535, not ''")]
    [InlineData("demo --port 65536", "--port wants a number from 1 to 65535, not '65536'")]
    [InlineData("up --state", "--state wants a directory")]
    [InlineData("up --replicas registry", "--replicas wants NAME=N, for example registry=2, not 'registry'")]
    [InlineData("up --replicas registry=2 --replicas nobody=2", "--replicas: the park has no nobody")]
    [InlineData("up --replicas contracts=2", "--replicas: the park has no contracts")]
    [InlineData("up --subscriber C", "--subscriber wants a name of small letters, for example crm")]
    [InlineData("token", "token wants --role, for example --role founder")]
    [InlineData("token --role Founder", "--role wants roles with commas between, for example founder")]
    [InlineData("token --role founder --user a/b", "--user wants a name of letters, digits, dots and dashes")]
    [InlineData("invite --mail anna@example.org",
        "invite wants --mail and --role, for example --mail anna@example.org --role operator")]
    [InlineData("invite --mail anna --role operator", "--mail wants a mail address")]
    [InlineData("recover", "recover wants --mail, for example --mail anna@example.org")]
    [InlineData("audit --service R", "--service wants a name, for example registry")]
    [InlineData("audit --actor a/b", "--actor wants an id or a name")]
    [InlineData("audit --thing 1", "--thing wants an id")]
    [InlineData("audit --since today", "--since wants a date, or a time like 2026-11-24T12:00:00Z")]
    [InlineData("audit --format xml", "--format wants ndjson or csv")]
    [InlineData("backup", Backup)]
    [InlineData("backup park-1", Backup)]
    [InlineData("restore --replace", "restore wants the whole path of a backup, for example /mnt/park-1")]
    [InlineData("erasures --repeat erased.txt", "--repeat wants the whole path of a list of ids")]
    [InlineData("bench --seconds-per-round 9", "--seconds-per-round wants a number from 1 to 8, not '9'")]
    [InlineData("up --fast", "unknown option --fast")]
    [InlineData("fly", "unknown command fly")]
    public async Task What_cannot_be_meant_is_refused_with_a_sentence(string arguments, string sentence)
    {
        var (exitCode, _, errors) = await TerminalProgram.RunAsync(arguments.Split(' '));
        Assert.Equal(1, exitCode);
        Assert.Equal($"technopark: {sentence}", errors.TrimEnd().Split('\n')[^1]);
    }

    [Theory]
    [InlineData("--only-check up --detach --replicas registry=2 --replicas gateway=3 --subscriber crm", 0, "")]
    [InlineData("down --state /nowhere", 0, "no park is running in /nowhere")]
    [InlineData("reset --yes --state /nowhere", 0, "there is nothing in /nowhere")]
    [InlineData("reset --yes --state /usr", 1, "technopark: /usr is not a park's state directory")]
    [InlineData("token --role founder --state /nowhere", 1, "No park is running in /nowhere.")]
    [InlineData("recover --mail anna@example.org --state /nowhere", 1, "No park is running in /nowhere.")]
    [InlineData("backup /nowhere/park-1 --state /nowhere", 1, "No park is running in /nowhere.")]
    [InlineData("audit --state /nowhere", 1, "No park is running in /nowhere.")]
    public async Task Where_no_park_is_a_command_says_so(string arguments, int expected, string sentence)
    {
        var (exitCode, said, errors) = await TerminalProgram.RunAsync(arguments.Split(' '));
        Assert.Equal((expected, sentence), (exitCode, (said + errors).TrimEnd()));
    }

    [Theory]
    [InlineData("help")]
    [InlineData("up --help")]
    public async Task Help_is_the_same_for_all_commands(string arguments)
    {
        var (exitCode, said, errors) = await TerminalProgram.RunAsync(arguments.Split(' '));
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "AppHost/Terminal/help.txt"));
        Assert.Equal((0, text, ""), (exitCode, said, errors));
    }
}

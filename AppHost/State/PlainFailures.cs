namespace Technopark.AppHost;

/// <summary>What the operator can mend is said in a sentence, without a stack trace.</summary>
internal static class PlainFailures
{
    public static void Say() => AppDomain.CurrentDomain.UnhandledException += (_, failed) =>
    {
        if (SentenceOf(failed.ExceptionObject) is { } sentence)
        {
            Console.Error.WriteLine(sentence);
            Environment.Exit(1);
        }
    };

    public static string? SentenceOf(object failure) => failure switch
    {
        DistributedApplicationException refusal => refusal.Message,
        IOException or UnauthorizedAccessException =>
            $"The park cannot keep its state. {((Exception)failure).Message.TrimEnd('.')}. "
            + "Mend that, or choose another place: --state DIR",
        _ => null,
    };
}

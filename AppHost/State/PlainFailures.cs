namespace Technopark.AppHost;

/// <summary>What the operator can mend is said in a sentence, without a stack trace.</summary>
internal static class PlainFailures
{
    public static void Say() => AppDomain.CurrentDomain.UnhandledException += (_, failed) =>
    {
        var sentence = failed.ExceptionObject switch
        {
            DistributedApplicationException refusal => refusal.Message,
            Exception e and (IOException or UnauthorizedAccessException) =>
                $"The park cannot keep its state. {e.Message.TrimEnd('.')}. "
                + "Mend that, or choose another place: --state DIR",
            _ => null,
        };
        if (sentence is not null)
        {
            Console.Error.WriteLine(sentence);
            Environment.Exit(1);
        }
    };
}

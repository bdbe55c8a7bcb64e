namespace Technopark.TestKit;

/// <summary>The real servers that tests use: <c>./technopark test</c> starts them and says where they are.</summary>
internal static class Infrastructure
{
    /// <summary>Npgsql connection string of a role that may create databases.</summary>
    public static string Postgres => Given("postgres");

    /// <summary>AMQP address.</summary>
    public static string RabbitMq => Given("rabbitmq");

    private static string Given(string name) => Environment.GetEnvironmentVariable($"ConnectionStrings__{name}")
        ?? throw new InvalidOperationException(
            $"ConnectionStrings__{name} is not set. Run ./technopark test, or set it to a server that tests may use.");
}

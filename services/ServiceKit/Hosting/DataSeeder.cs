namespace Technopark.ServiceKit.Hosting;

/// <summary>What a centre must find in its database before its first start; runs with each <c>--migrate</c>.</summary>
public sealed record DataSeeder(Func<IServiceProvider, CancellationToken, Task> RunAsync);

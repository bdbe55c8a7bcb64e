namespace Technopark.ServiceKit.Hosting;

/// <summary>
/// What a centre must find in its database before it starts for the first time; runs with <c>--migrate</c>, each time.
/// </summary>
public sealed record DataSeeder(Func<IServiceProvider, CancellationToken, Task> RunAsync);

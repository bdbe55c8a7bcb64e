using Technopark.Gateway;

await GatewayHost.RunAsync(args);

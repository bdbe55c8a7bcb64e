using Technopark.Gateway;

return await GatewayHost.RunAsync(args);

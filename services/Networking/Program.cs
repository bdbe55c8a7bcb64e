using Technopark.Networking;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<NetworkingDb>(args, "networking");
builder.Services.AddNetworking();

var app = builder.Build();
return await app.RunCentreAsync(args, Access.Table, api => api.MapNetworking(), Tasks.Table);

using Technopark.Registry;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<RegistryDb>(args, "registry");
builder.Services.AddRegistry();

var app = builder.Build();
return await app.RunCentreAsync(args, Access.Table, api => api.MapRegistry(), Tasks.Table);

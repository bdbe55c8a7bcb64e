using Technopark.Incubation;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<IncubationDb>(args, "incubation");
builder.Services.AddIncubation();

var app = builder.Build();
return await app.RunCentreAsync(args, Access.Table, api => api.MapIncubation(), Tasks.Table);

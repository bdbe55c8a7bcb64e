using Technopark.Clusters;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<ClustersDb>(args, "clusters");
builder.Services.AddClusters();

var app = builder.Build();
return await app.RunCentreAsync(args, Access.Table, api => api.MapClusters(), Tasks.Table);

using Technopark.Insights;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<InsightsDb>(args, "insights");
builder.Services.AddInsights();

var app = builder.Build();
return args.Contains("--rebuild")
    ? await app.ResetReadModelsAsync()
    : await app.RunCentreAsync(args, Access.Table, api => api.MapInsights());

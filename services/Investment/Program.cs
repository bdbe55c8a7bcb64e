using Technopark.Investment;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<InvestmentDb>(args, "investment");
builder.Services.AddInvestment();

var app = builder.Build();
return await app.RunCentreAsync(args, Access.Table, api => api.MapInvestment(), Tasks.Table);

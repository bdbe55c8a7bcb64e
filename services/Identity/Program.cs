using Technopark.Identity;
using Technopark.ServiceKit.Hosting;

var builder = CentreHost.CreateBuilder<IdentityDb>(args, "identity");
builder.AddIdentity();

var app = builder.Build();
app.MapSignIn();
return await app.RunCentreAsync(args, Access.Table, api => api.MapIdentity());

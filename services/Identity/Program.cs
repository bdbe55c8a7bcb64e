using Technopark.Identity;
using Technopark.Identity.Data;
using Technopark.Identity.Features.Invitations;
using Technopark.ServiceKit;

var builder = CentreHost.CreateBuilder<IdentityDb>(args, "identity");
builder.AddIdentity();

var app = builder.Build();
app.MapSignIn();
return await app.TryInviteAsync(args) ?? await app.RunCentreAsync(args, Access.Table, api => api.MapIdentity());

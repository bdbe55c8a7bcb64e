using Technopark.Portal;
using Technopark.Portal.Components;
using Technopark.Portal.Insights;
using Technopark.Portal.Localization;
using Technopark.Portal.People;
using Technopark.ServiceDefaults;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddServiceDefaults();
builder.WebHost.UseStaticWebAssets();
builder.Services.AddLanguages();
builder.Services.AddHttpClient<InsightsClient>(http => Reach(http, "insights"));
builder.Services.AddHttpClient<PeopleClient>(http => Reach(http, "identity"));
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseHeadRequests();
app.UseRouting();
app.MapServiceDefaults();
app.UseLanguages();
app.UsePrivatePages();
app.UseStatusCodePagesWithReExecute("/missing", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapStaticAssets();
app.MapRazorComponents<App>();
await app.RunAsync();

// The page is worth showing without what a service says: it is not waited for.
static void Reach(HttpClient http, string service) =>
    (http.BaseAddress, http.Timeout) = (new($"http://{service}"), TimeSpan.FromSeconds(1));

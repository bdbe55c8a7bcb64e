using Technopark.Portal;

// Settings lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddPortal();
var app = builder.Build();
app.MapPortal();
await app.RunAsync();

if (args.Contains("--migrate"))
{
    return;
}

var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/health", () => "Healthy");
app.MapGet("/alive", () => "Alive");
app.Run();

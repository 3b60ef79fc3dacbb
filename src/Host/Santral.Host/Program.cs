using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Santral.Contracts.Live;
using Santral.Host;
using Santral.Host.Data;
using Santral.Host.Facts;
using Santral.Host.Health;
using Santral.Host.Live;
using Santral.Host.Problems;
using Santral.Host.Texts;
using Santral.Host.Web;
using Santral.Identity;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
builder.Configuration.AddEnvironmentVariables("SANTRAL_");
builder.Configuration.AddInMemoryCollection(Flags.Read(args));
var options = SantralOptions.Read(builder.Configuration);

builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
    kestrel.Listen(options.Bind, options.HttpPort);
});
builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

builder.Services.AddSingleton(options);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ITexts>(new TextFiles(Path.Combine(AppContext.BaseDirectory, "i18n")));
builder.Services.AddSingleton<PrometheusText>();
builder.Services.AddSingleton<LiveNews>();
builder.Services.AddSingleton<ILiveNews>(s => s.GetRequiredService<LiveNews>());
builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = 64 * 1024)
    .AddJsonProtocol(json => SantralJson.Apply(json.PayloadSerializerOptions));
builder.Services.ConfigureHttpJsonOptions(json => SantralJson.Apply(json.SerializerOptions));
builder.Services.AddExceptionHandler<RefusalProblems>();
builder.Services.AddProblemDetails(Problems.Customize);
builder.Services.AddOpenApi(OpenApiDocument.Configure);
builder.Services.AddHealthChecks().AddCheck<FactsHealth>("facts", tags: ["ready"]);

foreach (var module in Modules.All)
{
    builder.Services.AddSingleton(module);
    module.AddServices(builder.Services, builder.Configuration);
}

builder.Services.AddDatabases(options);
builder.Services.AddSingleton(new FactNames([typeof(ILiveNews).Assembly, .. Modules.All.Select(m => m.GetType().Assembly).Distinct()]));
builder.Services.AddSingleton<FactDispatcher>();
builder.Services.AddHostedService(s => s.GetRequiredService<FactDispatcher>());

var app = builder.Build();
app.Services.GetRequiredService<PrometheusText>();
app.UseSecurityHeaders();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseWebApp(Path.Combine(AppContext.BaseDirectory, "web"));
app.UseRouting();
app.UseIdentity();

var api = app.MapGroup("/api");
foreach (var module in Modules.All)
{
    module.MapRoutes(api);
}

app.MapHub<AgentHub>("/hubs/agent");
app.MapOpenApi("/openapi/v1.json");
app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8")).ExcludeFromDescription();

await Preparation.RunAsync(app, options);
app.Run();

/// <summary>The product's entry point, visible to the tests' host factory.</summary>
public partial class Program;

using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.SignalR;
using Santral.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Live;
using Santral.Host.Data;
using Santral.Host.Facts;
using Santral.Host.Health;
using Santral.Host.Live;
using Santral.Host.Problems;
using Santral.Host.Texts;
using Santral.Host.Web;
using Santral.Identity;

namespace Santral.Host;

/// <summary>The whole product as one web application: built here by the program and by the tests alike.</summary>
public static class Product
{
    /// <summary>Builds and prepares the product (tables, definitions, demo); the caller starts it.</summary>
    /// <param name="args">Flags as on the command line.</param>
    /// <param name="replace">Services to replace, for tests: a clock, chance.</param>
    public static async Task<WebApplication> CreateAsync(string[] args, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [], ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddEnvironmentVariables("SANTRAL_");
        builder.Configuration.AddInMemoryCollection(Flags.Read(args));
        var options = SantralOptions.Read(builder.Configuration);
        Directory.CreateDirectory(options.DataFolder);

        ConfigureServer(builder, options);
        AddHostServices(builder.Services, options);
        foreach (var module in Modules.All)
        {
            builder.Services.AddSingleton(module);
            module.AddServices(builder.Services, builder.Configuration);
        }

        builder.Services.AddDatabases(options);
        AddFacts(builder.Services);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        UsePipeline(app);
        MapRoutes(app);
        await Preparation.RunAsync(app, options);
        return app;
    }

    private static void ConfigureServer(WebApplicationBuilder builder, SantralOptions options)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 12 * 1024 * 1024;
            kestrel.Listen(options.Bind, options.HttpPort);
        });
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        // Where it listens is said by the program itself, with how to call.
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
    }

    private static void AddHostServices(IServiceCollection services, SantralOptions options)
    {
        services.AddSingleton(options);
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in options.Proxies)
            {
                forwarded.KnownProxies.Add(proxy);
            }
        });
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ITexts>(new TextFiles(Path.Combine(AppContext.BaseDirectory, "i18n")));
        services.AddSingleton<PrometheusText>();
        services.AddSingleton<LiveNews>();
        services.AddSingleton<ILiveNews>(s => s.GetRequiredService<LiveNews>());
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<IHearPeopleChange>(s => s.GetRequiredService<LiveConnections>());
        services.AddSignalR(hub =>
            {
                hub.MaximumReceiveMessageSize = 64 * 1024;
                hub.AddFilter<LiveConnections>();
            })
            .AddJsonProtocol(json => SantralJson.Apply(json.PayloadSerializerOptions));
        services.ConfigureHttpJsonOptions(json => LateJson.Apply(SantralJson.Apply(json.SerializerOptions)));
        services.AddExceptionHandler<RefusalProblems>();
        services.AddProblemDetails(FrameworkProblems.Customize);
        services.AddOpenApi(OpenApiDocument.Configure);
        services.AddHealthChecks().AddCheck<FactsHealth>("facts", tags: ["ready"]);
    }

    private static void AddFacts(IServiceCollection services)
    {
        services.AddSingleton(new FactNames([typeof(ILiveNews).Assembly, .. Modules.All.Select(m => m.GetType().Assembly).Distinct()]));
        services.AddSingleton<FactDispatcher>();
        services.AddHostedService(s => s.GetRequiredService<FactDispatcher>());
        services.AddSingleton<FactKeeping>();
        services.AddHostedService(s => s.GetRequiredService<FactKeeping>());
    }

    private static void UsePipeline(WebApplication app)
    {
        // The meters are heard from the first request on.
        app.Services.GetRequiredService<PrometheusText>();
        // First: who asks, and whether the way to him is encrypted, is what everything else goes by.
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        var web = Path.Combine(AppContext.BaseDirectory, "web");
        app.UseWebApp(web);
        app.UseRouting();
        app.UsePages(web);
        app.UseIdentity();
        app.UseFormsOnly();
    }

    private static void MapRoutes(WebApplication app)
    {
        var api = app.MapGroup("/api").RefuseHoles();
        foreach (var module in Modules.All)
        {
            module.MapRoutes(api);
        }

        app.MapHub<AgentHub>("/hubs/agent");
        CallsModule.MapHubs(app);
        app.MapOpenApi("/openapi/v1.json");
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapGet("/metrics", (PrometheusText metrics) => Results.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"))
            .ExcludeFromDescription();
    }
}

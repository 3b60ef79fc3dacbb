using Santral.Host.Data;
using Santral.Identity;

namespace Santral.Host;

/// <summary>What happens before the first request: tables to this version, definitions, and the demo on an empty installation.</summary>
internal static class Preparation
{
    public static async Task RunAsync(WebApplication app, SantralOptions options)
    {
        var stop = app.Lifetime.ApplicationStopping;
        await Databases.MigrateAsync(app.Services, stop);
        var loader = app.Services.GetRequiredService<DemoLoader>();
        await loader.PrepareAsync(stop);
        if (options.Demo)
        {
            await loader.LoadIfEmptyAsync(stop);
        }
    }
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Clocks.Data;
using Santral.Clocks.Features;

namespace Santral.Clocks;

/// <summary>Calendars with opening hours and holidays, and the times within which a request is to be answered and resolved.</summary>
public sealed class ClocksModule : IModule
{
    public string Name => "clocks";

    public IReadOnlyList<string> Permissions { get; } = [ClocksPermissions.Settings];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<ClocksDb>();
        services.AddScoped<INameRecords, NameClocks>();
        services.AddSingleton<ClockBook>().AddSingleton<IKnowClocks>(s => s.GetRequiredService<ClockBook>());
        services.AddScoped<ChangeClocks>();
        services.AddSingleton<ScopeCheck>();
        services.AddScoped<IPrepare, StartingClocks>();
        services.AddScoped<ISeedDemo, StartingClocks>();
        services.AddScoped<ICountDefinitionUses, CountTargetUses>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        KeepCalendars.Map(routes);
        PreviewCalendar.Map(routes);
        KeepTargets.Map(routes);
        TryTargets.Map(routes);
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class ClocksPermissions
{
    public const string Settings = "clocks.settings";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Clocks.Data;

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
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class ClocksPermissions
{
    public const string Settings = "clocks.settings";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Processes.Data;

namespace Santral.Processes;

/// <summary>The stages of every kind of document: who may set them, who approves, who is told (D3).</summary>
public sealed class ProcessesModule : IModule
{
    public string Name => "processes";

    public IReadOnlyList<string> Permissions { get; } = [ProcessesPermissions.Settings];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<ProcessesDb>();
        services.AddSingleton<ProcessBook>();
        services.AddSingleton<IKnowProcesses>(s => s.GetRequiredService<ProcessBook>());
        services.AddSingleton<IKnowActors, ActorBook>();
        services.AddScoped<IPrepare, ReadProcesses>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class ProcessesPermissions
{
    public const string Settings = ProcessRights.Settings;
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Workplace.Data;

namespace Santral.Workplace;

/// <summary>What a person has on the desk: notices, drafts kept while typing, and who else looks at the same record.</summary>
public sealed class WorkplaceModule : IModule
{
    public string Name => "workplace";

    public IReadOnlyList<string> Permissions { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<WorkplaceDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}

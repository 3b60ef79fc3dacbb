using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Knowledge.Data;

namespace Santral.Knowledge;

/// <summary>Articles and scripts that supervisors write and agents read (M-06 … M-09).</summary>
public sealed class KnowledgeModule : IModule
{
    public string Name => "knowledge";

    public IReadOnlyList<string> Permissions { get; } = [KnowledgePermissions.Read, KnowledgePermissions.Write];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<KnowledgeDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class KnowledgePermissions
{
    public const string Read = "knowledge.read";
    public const string Write = "knowledge.write";
}

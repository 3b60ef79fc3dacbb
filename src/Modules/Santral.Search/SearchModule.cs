using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Search.Data;

namespace Santral.Search;

/// <summary>One box over numbers, names, phones and texts.</summary>
public sealed class SearchModule : IModule
{
    public string Name => "search";

    public IReadOnlyList<string> Permissions { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<SearchDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
    }
}

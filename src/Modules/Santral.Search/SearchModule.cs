using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Customers;
using Santral.Search.Data;
using Santral.Search.Features;
using Santral.Search.Jobs;
using Santral.Search.Reactions;

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
        services.AddScoped<WordIndex>();
        services.AddScoped<Indexer>();
        services.AddScoped<VisibleKinds>();
        services.AddSingleton<MakeIndexAnew>();
        services.AddHostedService(s => s.GetRequiredService<MakeIndexAnew>());
        services.AddScoped<IForgetPerson, ForgetPerson>();
        services.AddReaction<WordsForgotten, WhenWordsForgotten, SearchDb>();
        services.AddReaction<FindableChanged, WhenFindableChanged, SearchDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => Find.Map(routes);
}

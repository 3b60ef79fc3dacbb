using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Definitions.Data;
using Santral.Definitions.Features;
using Santral.Definitions.Reactions;

namespace Santral.Definitions;

/// <summary>The tables an operator defines once and everybody chooses from: categories, priorities, contact methods (D7).</summary>
public sealed class DefinitionsModule : IModule
{
    public string Name => "definitions";

    public IReadOnlyList<string> Permissions { get; } = [DefinitionsPermissions.Settings];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<DefinitionsDb>();
        services.AddScoped<INameRecords, NameDefinitionRows>();
        services.AddSingleton<DeclaredTables>();
        services.AddSingleton<DefinitionBook>();
        services.AddSingleton<IKnowDefinitions>(s => s.GetRequiredService<DefinitionBook>());
        services.AddScoped<WriteTable>();
        services.AddScoped<ReadTables>();
        services.AddScoped<UseCounts>();
        services.AddSingleton<RecentUseCounts>();
        services.AddScoped<IPrepare, SeedDefinitions>();
        services.AddScoped<ISeedDemo, SeedDefinitions>();
        services.AddReaction<DefinitionsChanged, WhenDefinitionsChanged, DefinitionsDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListTables.Map(routes);
        ListRows.Map(routes);
        AddRow.Map(routes);
        ChangeRow.Map(routes);
        MoveRow.Map(routes);
        SwitchRow.Map(routes);
        DeleteRow.Map(routes);
        ReadHistory.Map(routes);
        ExportTable.Map(routes);
        ImportTable.Map(routes);
        GetOffer.Map(routes);
        ReadReadiness.Map(routes);
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class DefinitionsPermissions
{
    public const string Settings = "definitions.settings";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Search;
using Santral.Knowledge.Data;
using Santral.Knowledge.Domain;
using Santral.Knowledge.Features;
using Santral.Knowledge.Reactions;

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
        services.AddScoped<INameRecords, NameArticles>();
        services.AddSingleton(KnowledgeFolders.Definition);
        services.AddSingleton<Shelf>();
        services.AddScoped<ArticleSaves>();
        services.AddScoped<ArticlePlaces>();
        services.AddScoped<ChangeArticle>();
        services.AddScoped<ShowArticle>();
        services.AddScoped<ShowDraft>();
        services.AddScoped<NearCategory>();
        services.AddScoped<RequestsSeen>();
        services.AddScoped<IKnowArticles, ArticlesOfRequests>();
        services.AddScoped<IProvideFindable, FindableArticles>();
        services.AddScoped<ISeedDemo, DemoArticles>();
        services.AddScoped<ICountDefinitionUses, ArticlesByDefinition>();
        services.AddReaction<ArticleChanged, WhenArticleChanged, KnowledgeDb>();
        services.AddReaction<ArticleUsed, WhenArticleUsed, KnowledgeDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListArticles.Map(routes);
        ReadArticle.Map(routes);
        WriteArticle.Map(routes);
        PublishArticle.Map(routes);
        ReadVersions.Map(routes);
        SearchKnowledge.Map(routes);
        SuggestArticles.Map(routes);
        ReadAlong.Map(routes);
        UseArticle.Map(routes);
        SeeUse.Map(routes);
        SetDuty.Map(routes);
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class KnowledgePermissions
{
    public const string Read = "knowledge.read";
    public const string Write = "knowledge.write";
}

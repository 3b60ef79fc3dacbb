using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Search;
using Santral.Contracts.Workplace;
using Santral.Requests.Data;
using Santral.Requests.Definitions;
using Santral.Requests.Domain;
using Santral.Requests.Features;
using Santral.Requests.Reactions;
using Santral.Requests.Templates;
using Santral.Requests.Search;

namespace Santral.Requests;

/// <summary>Requests: the customer's matters with a number, every contact about them, and the list people work from.</summary>
public sealed class RequestsModule : IModule
{
    public string Name => "requests";

    public IReadOnlyList<string> Permissions { get; } = [RequestsPermissions.Read, RequestsPermissions.Write, RequestsPermissions.Settings];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<RequestsDb>();
        foreach (var table in RequestTables.All)
        {
            services.AddSingleton(table);
        }

        services.AddSingleton(RequestProcesses.Kind);
        services.AddScoped<StageCatalog>();
        services.AddScoped<ReadRequest>();
        services.AddScoped<ReadChanges>();
        services.AddScoped<FindCall>();
        services.AddScoped<IFindRequest, FindRequest>();
        services.AddScoped<CheckSearchDuty>();
        services.AddScoped<ChooseUnit>();
        services.AddScoped<RequestFilters>();
        services.AddScoped<IProvideFindable, FindableRequests>();
        services.AddScoped<IPrepare, RequestDefinitions>();
        services.AddScoped<ISeedDemo, DemoRequests>();
        services.AddScoped<IShowRecord, ShowRequests>();
        services.AddTemplates();
        services.AddReaction<CallArrived, WhenCallArrived, RequestsDb>();
        services.AddReaction<CallAnswered, WhenCallAnswered, RequestsDb>();
        services.AddReaction<CallEnded, WhenCallEnded, RequestsDb>();
        services.AddReaction<RequestOpened, WhenRequestOpened, RequestsDb>();
        services.AddReaction<RequestChanged, WhenRequestChanged, RequestsDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        OpenRequest.Map(routes);
        GetRequest.Map(routes);
        DescribeRequest.Map(routes);
        MoveRequest.Map(routes);
        AssignRequest.Map(routes);
        AddNote.Map(routes);
        LinkCall.Map(routes);
        GetTimeline.Map(routes);
        FindRequests.Map(routes);
        SavedViews.Map(routes);
        GetDefinitions.Map(routes);
        FindInteractions.Map(routes);
        DefineTemplates.Map(routes);
        UseTemplates.Map(routes);
    }
}

/// <summary>What a role may be allowed to do with requests.</summary>
public static class RequestsPermissions
{
    public const string Read = "requests.read";
    public const string Write = "requests.write";
    public const string Settings = "requests.settings";
}

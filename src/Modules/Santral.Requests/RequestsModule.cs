using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Files;
using Santral.Contracts.Identity;
using Santral.Contracts.Mailroom;
using Santral.Contracts.Search;
using Santral.Contracts.Workplace;
using Santral.Requests.Clocks;
using Santral.Requests.Data;
using Santral.Requests.Definitions;
using Santral.Requests.Domain;
using Santral.Requests.Features;
using Santral.Requests.Letters;
using Santral.Requests.Macros;
using Santral.Requests.Reactions;
using Santral.Requests.Templates;

namespace Santral.Requests;

/// <summary>Requests: the customer's matters with a number, every contact about them, and the list people work from.</summary>
public sealed class RequestsModule : IModule
{
    public string Name => "requests";

    public IReadOnlyList<string> Permissions { get; } = 
    [
        RequestsPermissions.Read,
        RequestsPermissions.Write,
        RequestsPermissions.Assign,
        RequestsPermissions.Categorise,
        RequestsPermissions.Merge,
        RequestsPermissions.Export,
        RequestsPermissions.AllUnits,
        RequestsPermissions.Settings,
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<RequestsDb>();
        services.AddScoped<INameRecords, NameRequests>();
        foreach (var table in RequestTables.All)
        {
            services.AddSingleton(table);
        }

        services.AddScoped<ICountDefinitionUses, CountRequestUses>();
        services.AddSingleton(RequestProcesses.Kind);
        services.AddScoped<StageCatalog>();
        services.AddScoped<IListApprovals, ApproveRequests>();
        services.AddScoped<ICountStanding, StandingRequests>();
        services.AddScoped<IReplayDocuments, StandingRequests>();
        services.AddScoped<Sight>();
        services.AddScoped<UnitRulesBook>();
        services.AddScoped<NameDefinitions>();
        services.AddScoped<ReadRequest>();
        services.AddScoped<ReadFamily>();
        services.AddScoped<CheckDescription>();
        services.AddScoped<CheckResolving>();
        services.AddScoped<Merging>();
        services.AddScoped<BulkSteps>();
        services.AddScoped<BulkRunner>();
        services.AddScoped<ReadChanges>();
        services.AddScoped<FindCall>();
        services.AddScoped<IFindRequest, FindRequest>();
        services.AddScoped<ITakeLetters, TakeLetters>();
        services.AddScoped<CheckSearchDuty>();
        services.AddScoped<TakeFiles>();
        services.AddScoped<IHoldFiles, FilesOfRequests>();
        services.AddScoped<ChooseUnit>();
        services.AddScoped<RequestWords>();
        services.AddScoped<RequestFilters>();
        services.AddScoped<ListedRequests>();
        services.AddScoped<MatterFilters>();
        services.AddScoped<ReadMerges>();
        services.AddScoped<ReadRows>();
        services.AddScoped<ReadInteractions>();
        services.AddScoped<IProvideFindable, FindableRequests>();
        services.AddScoped<IPrepare, RequestDefinitions>();
        services.AddScoped<ISeedDemo, DemoRequests>();
        services.AddScoped<IShowRecord, ShowRequests>();
        services.AddTemplates();
        services.AddClocks();
        services.AddScoped<RequestNewsDesk>();
        services.AddScoped<IForgetPerson, ForgetPerson>();
        services.AddReaction<CustomerErased, WhenCustomerErased, RequestsDb>();
        services.AddReaction<CallArrived, WhenCallArrived, RequestsDb>();
        services.AddReaction<CallAnswered, WhenCallAnswered, RequestsDb>();
        services.AddReaction<CallEnded, WhenCallEnded, RequestsDb>();
        services.AddReaction<VoicemailLeft, WhenVoicemailLeft, RequestsDb>();
        services.AddReaction<RequestOpened, WhenMessageOpened, RequestsDb>();
        services.AddReaction<RequestOpened, WhenRequestOpened, RequestsDb>();
        services.AddReaction<RequestOpened, WhenWrittenByWeb, RequestsDb>();
        services.AddReaction<LetterMoved, WhenLetterMoved, RequestsDb>();
        services.AddReaction<ProcessPublished, WhenProcessPublished, RequestsDb>();
        services.AddReaction<RequestChanged, WhenRequestChanged, RequestsDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        OpenRequest.Map(routes);
        GetRequest.Map(routes);
        ExplainClocks.Map(routes);
        DescribeRequest.Map(routes);
        MoveRequest.Map(routes);
        AssignRequest.Map(routes);
        AddNote.Map(routes);
        AttachFiles.Map(routes);
        TagRequest.Map(routes);
        WatchRequest.Map(routes);
        RelateRequests.Map(routes);
        SetParent.Map(routes);
        InformField.Map(routes);
        MergeRequests.Map(routes);
        ChangeMany.Map(routes);
        ExportRequests.Map(routes);
        FindSimilar.Map(routes);
        LinkCall.Map(routes);
        GetTimeline.Map(routes);
        FindRequests.Map(routes);
        SavedViews.Map(routes);
        GetDefinitions.Map(routes);
        FindInteractions.Map(routes);
        DefineTemplates.Map(routes);
        UseTemplates.Map(routes);
        DefineMacros.Map(routes);
        UseMacro.Map(routes);
        RecordInteraction.Map(routes);
        CountVolumes.Map(routes);
        SetUnitRules.Map(routes);
    }
}

/// <summary>What a role may be allowed to do with requests.</summary>
public static class RequestsPermissions
{
    public const string Read = "requests.read";
    public const string Write = "requests.write";

    /// <summary>Give work to people and teams (H-16).</summary>
    public const string Assign = "requests.assign";

    /// <summary>Choose the category where only authorised staff do (H-04).</summary>
    public const string Categorise = "requests.categorise";
    public const string Merge = "requests.merge";
    public const string Export = "requests.export";

    /// <summary>See the requests of units one does not work for.</summary>
    public const string AllUnits = OrganisationRights.AllUnits;
    public const string Settings = "requests.settings";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Definitions;
using Santral.Contracts.Queues;
using Santral.Queues.Data;
using Santral.Queues.Features;
using Santral.Queues.Jobs;
using Santral.Queues.Live;

namespace Santral.Queues;

/// <summary>Teams, agents' presence, and who is offered which caller.</summary>
public sealed class QueuesModule : IModule
{
    public string Name => "queues";

    public IReadOnlyList<string> Permissions => QueuesPermissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<QueuesDb>();
        services.AddScoped<INameRecords, NameTeams>();
        services.AddMetrics();
        services.AddSingleton<QueueLog>().AddHostedService(s => s.GetRequiredService<QueueLog>());
        services.AddSingleton<TeamBook>().AddSingleton<IKnowTeams>(s => s.GetRequiredService<TeamBook>());
        services.AddSingleton<QueuePictures>().AddSingleton<IWatchAgents>(s => s.GetRequiredService<QueuePictures>()).AddSingleton<IKnowWrapUp>(s => s.GetRequiredService<QueuePictures>()).AddSingleton<QueueDay>().AddSingleton<DeskReader>();
        services.AddSingleton<DeskNews>().AddSingleton<IHearDeskChange>(s => s.GetRequiredService<DeskNews>()).AddHostedService(s => s.GetRequiredService<DeskNews>());
        services.AddSingleton<IHearQueues, QueueNotes>();
        services.AddSingleton<QueueSet>().AddSingleton<IHoldAgents>(s => s.GetRequiredService<QueueSet>()).AddSingleton<IHearPhonesChange>(s => s.GetRequiredService<QueueSet>());
        services.AddSingleton<WallboardReader>().AddSingleton<Wallboards>().AddSingleton<WaitSpeech>();
        services.AddSingleton<CallbackOffers>().AddSingleton<ServeCallbacks>().AddSingleton<CallbackMenu>();
        services.AddScoped<TeamSight>().AddScoped<ReportReader>().AddScoped<AgentWork>();
        services.AddSingleton<IQueueCalls, ServeCallers>();
        services.AddScoped<IKnowOutcomes, KnowOutcomes>().AddScoped<TeamDispositions>();
        services.AddSingleton(DispositionTable.Table).AddScoped<ICountDefinitionUses, DispositionTable>();
        services.AddScoped<IPrepare, RememberQueues>();
        services.AddScoped<ISeedDemo, SeedTeams>().AddScoped<ISeedDemo, SeedHistory>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ReadDesk.Map(routes);
        ChoosePresence.Map(routes);
        WriteUp.Map(routes);
        WatchQueues.Map(routes);
        SetUpTeam.Map(routes);
        ReadWallboard.Map(routes);
        SetAgentPresence.Map(routes);
        QueueReport.Map(routes);
        AgentReport.Map(routes);
        StaffingPage.Map(routes);
        TakeCallback.Map(routes);
    }
}

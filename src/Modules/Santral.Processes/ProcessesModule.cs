using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Definitions;
using Santral.Processes.Data;
using Santral.Processes.Features;
using Santral.Processes.Jobs;
using Santral.Processes.Reactions;

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
        services.AddScoped<INameRecords, NameProcesses>();
        services.AddSingleton<ProcessBook>();
        services.AddSingleton<IKnowProcesses>(s => s.GetRequiredService<ProcessBook>());
        services.AddSingleton<IKnowActors, ActorBook>();
        services.AddScoped<Designs>();
        services.AddScoped<ViewProcess>();
        services.AddScoped<ReadApprovals>();
        services.AddScoped<IReportReadiness, ReportProcesses>();
        services.AddScoped<IPrepare, ReadProcesses>();
        services.AddScoped<ISeedDemo, SeedDemoProcesses>();
        services.AddReaction<ProcessPublished, WhenProcessPublished, ProcessesDb>();
        services.AddReaction<StageWebhookDue, WhenWebhookDue, ProcessesDb>();
        services.AddReaction<StageMailDue, WhenMailDue, ProcessesDb>();
        services.AddSingleton(WebhookOptions.Read(configuration));
        services.AddScoped<MailSender>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<SendWebhooks>();
        services.AddHostedService(s => s.GetRequiredService<SendWebhooks>());
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListProcesses.Map(routes);
        ListChoices.Map(routes);
        ListDeliveries.Map(routes);
        RetryDelivery.Map(routes);
        ReadWebhookSecret.Map(routes);
        ListApprovals.Map(routes);
        DecideApproval.Map(routes);
        GetProcess.Map(routes);
        GetPlan.Map(routes);
        SaveDraft.Map(routes);
        DiscardDraft.Map(routes);
        PublishProcess.Map(routes);
        ListVersions.Map(routes);
        RestoreVersion.Map(routes);
        CompareVersions.Map(routes);
        TryProcess.Map(routes);
    }
}

/// <summary>What a role may be allowed to do here.</summary>
public static class ProcessesPermissions
{
    public const string Settings = ProcessRights.Settings;
}

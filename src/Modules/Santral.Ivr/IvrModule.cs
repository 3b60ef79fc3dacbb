using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.Contracts.Ivr;
using Santral.Ivr.Data;
using Santral.Ivr.Features;
using Santral.Ivr.Flows;
using Santral.Ivr.Flows.Simulation;
using Santral.Ivr.Jobs;
using Santral.Ivr.Prompts;
using Santral.Ivr.Reactions;

namespace Santral.Ivr;

/// <summary>What callers hear and choose before an agent speaks with them: flows as data, prompts, verification.</summary>
public sealed class IvrModule : IModule
{
    public string Name => "ivr";

    public IReadOnlyList<string> Permissions => IvrPermissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<IvrDb>();
        services.AddScoped<INameRecords, NameFlows>();
        services.AddMetrics();
        services.AddSingleton(IvrOptions.Read(configuration));
        services.AddSingleton<Synthesiser>();
        services.AddSingleton<PromptLibrary>().AddSingleton<IPromptFiles>(s => s.GetRequiredService<PromptLibrary>());
        services.AddSingleton<FlowLibrary>().AddSingleton<IKnowServiceNumbers>(s => s.GetRequiredService<FlowLibrary>());
        services.AddSingleton<IAnswerCalls, AnswerCalls>();
        services.AddScoped<IPrepare, PreparePrompts>();
        services.AddScoped<ISeedDemo, SeedFlows>();
        services.AddSingleton<SimulatedCall>();
        services.AddScoped<FlowDesk>();
        services.AddScoped<ViewFlow>();
        services.AddReaction<FlowPublished, WhenFlowPublished, IvrDb>();
        services.AddHostedService<SynthesisePrompts>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ReadFlows.Map(routes);
        CreateFlow.Map(routes);
        SaveDraft.Map(routes);
        DiscardDraft.Map(routes);
        PublishFlow.Map(routes);
        FlowVersions.Map(routes);
        SimulateCall.Map(routes);
        SpeakWords.Map(routes);
        ReplacePrompt.Map(routes);
    }
}

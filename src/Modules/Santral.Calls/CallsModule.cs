using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Santral.Calls.Data;
using Santral.Calls.Features;
using Santral.Calls.Features.Recordings;
using Santral.Calls.Jobs;
using Santral.Calls.Live;
using Santral.Calls.Live.Demo;
using Santral.Calls.Live.Outside;
using Santral.Calls.Live.Recordings;
using Santral.Calls.Live.Telephone;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Contracts.Identity;
using Santral.Contracts.Queues;

namespace Santral.Calls;

/// <summary>Telephone calls: SIP and browser audio, live calls, agents' phones, call records. The only module that sees the wire.</summary>
public sealed class CallsModule : IModule
{
    public string Name => "calls";

    public IReadOnlyList<string> Permissions => CallsPermissions.All;

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddMetrics();
        services.AddModuleDb<CallsDb>();
        services.AddScoped<INameRecords, NameCalls>().AddScoped<IAuditTrail, DisclosureTrail>();
        var options = CallsOptions.Read(configuration);
        services.AddSingleton(options);
        services.AddSingleton<CallsMeter>().AddSingleton<HoldMusic>().AddSingleton<CalledNumbers>();
        services.AddMedia(options);

        services.AddSingleton<MediaDesk>().AddSingleton<CallJournal>().AddSingleton<LiveCalls>().AddSingleton<SipTelephone>();
        services.AddSingleton<RecordingBook>().AddSingleton<RecordingFolder>().AddSingleton<RecordingDesk>().AddSingleton<ListeningLog>();
        services.AddScoped<RecordingSight>().AddScoped<IKnowRecordings, KnowRecordings>().AddScoped<RemoveRecordings>().AddScoped<SupervisorSight>();
        services.AddScoped<IPrepare, CloseOpenRecordings>().AddScoped<ISeedDemo, SeedRecordingRules>();
        services.AddSingleton<SweepRecordings>().AddHostedService(s => s.GetRequiredService<SweepRecordings>());
        services.AddSingleton<DeskCalls>().AddSingleton<IDeskCalls>(s => s.GetRequiredService<DeskCalls>());
        services.AddSingleton<DeskPhones>().AddSingleton<IDeskPhones>(s => s.GetRequiredService<DeskPhones>()).AddSingleton<IHearDeskPhoneChange>(s => s.GetRequiredService<DeskPhones>());
        services.AddSingleton<AgentPhones>()
            .AddSingleton<IAgentPhones>(s => s.GetRequiredService<AgentPhones>())
            .AddSingleton<IBrowserPhones>(s => s.GetRequiredService<AgentPhones>());
        services.AddSingleton<TrunkSecrets>().AddSingleton<TrunkBook>().AddSingleton(KnownSources).AddSingleton<DialledLedger>().AddSingleton<ReferredCalls>();
        services.AddSingleton<ReplacedCalls>().AddSingleton<InviteRule>().AddSingleton<PhoneDialling>().AddSingleton<TrunkHandOver>();
        services.AddSingleton<IOutsideLines, OutsideLines>();
        services.AddScoped<OutboundPolicy>().AddScoped<DialOut>().AddScoped<IDialOut>(s => s.GetRequiredService<DialOut>());
        services.AddSingleton(LineParts);
        services.AddSingleton<ICallsEndpoints>(s => s.GetRequiredService<SipTelephone>());
        services.AddSingleton<DemoPhones>().AddSingleton<DemoCallers>();
        services.AddScoped<CallRows>().AddScoped<CallSight>();
        services.AddScoped<IKnowCalls, KnowCalls>();
        services.AddScoped<IForgetPerson, ForgetPerson>();
        services.AddScoped<IPrepare, CloseOpenCalls>();
        services.AddScoped<IGuardAccounts, GuardAccounts>();
        services.AddSingleton<IDecideTechnical, DecideTechnical>();
        services.AddSingleton<IFindLastAgent, FindLastAgent>();
        services.AddScoped<TransferTargets>().AddScoped<DialledTargets>();
        services.AddSingleton(AccountOperationTable.Table).AddScoped<ICountDefinitionUses, AccountOperationTable>();

        // Started in this order and stopped in the reverse one: the last lines of the calls are written before the journal stops.
        services.AddHostedService(s => s.GetRequiredService<MediaDesk>());
        services.AddHostedService(s => s.GetRequiredService<CallJournal>());
        services.AddHostedService(s => s.GetRequiredService<SipTelephone>());
        services.AddHostedService(s => s.GetRequiredService<TrunkBook>());
        services.AddHostedService<DemoOutside>();
        services.AddHealthChecks().AddCheck<TelephoneHealth>("telephone", tags: ["ready"]);
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        SteerCall.Map(routes);
        SendKeys.Map(routes);
        FindCalls.Map(routes);
        GetCall.Map(routes);
        NoteDisclosure.Map(routes);
        ListTargets.Map(routes);
        TransferCall.Map(routes);
        ConsultCall.Map(routes);
        FindFault.Map(routes);
        ListNumbers.Map(routes);
        KeepTrunks.Map(routes);
        KeepOutbound.Map(routes);
        DialNumber.Map(routes);
        ListLiveCalls.Map(routes);
        AttendCall.Map(routes);
        HearRecording.Map(routes);
        SetRecordingRule.Map(routes);
    }

    /// <summary>Live connections stand beside `/api`.</summary>
    public static void MapHubs(IEndpointRouteBuilder routes) => routes.MapHub<DemoPhoneHub>("/hubs/demo-phone");

    private static KnownSources KnownSources(IServiceProvider s)
    {
        var (organisation, trunks) = (s.GetRequiredService<IOrganisation>(), s.GetRequiredService<TrunkBook>());
        return new KnownSources(s.GetRequiredService<CallsOptions>(), () => organisation.IsDemo, trunks.Has);
    }

    internal static LineParts LineParts(IServiceProvider s) => new(
        s.GetRequiredService<MediaDesk>(),
        s.GetRequiredService<AgentPhones>(),
        s.GetRequiredService<IDeskPhones>(),
        s.GetRequiredService<DeskCalls>(),
        s.GetRequiredService<CallJournal>(),
        s.GetRequiredService<CallsMeter>(),
        s.GetRequiredService<HoldMusic>(),
        s.GetRequiredService<RecordingDesk>(),

        // Asked late: the queues are made after the calls.
        new Lazy<IHoldAgents>(s.GetRequiredService<IHoldAgents>),
        s.GetRequiredService<IOutsideLines>(),
        s.GetRequiredService<TimeProvider>(),
        s.GetRequiredService<ILogger<CallLine>>());
}

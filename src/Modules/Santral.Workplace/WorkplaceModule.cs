using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Workplace.Data;
using Santral.Workplace.Domain;
using Santral.Workplace.Features;
using Santral.Workplace.Jobs;
using Santral.Workplace.Live;
using Santral.Workplace.Reactions;

namespace Santral.Workplace;

/// <summary>What a person has on the desk: notices, drafts kept while typing, and who else looks at the same record.</summary>
public sealed class WorkplaceModule : IModule
{
    public string Name => "workplace";

    public IReadOnlyList<string> Permissions { get; } = [WorkplacePermissions.Announce];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<WorkplaceDb>();
        services.AddScoped<INameRecords, NameAnnouncements>();
        services.AddSingleton<NoticeNews>();
        services.AddSingleton<PresenceBoard>();
        services.AddScoped<IPresences, Presences>();
        services.AddHostedService<ForgetOld>();
        services.AddReaction<NoticeDue, WhenNoticeDue, WorkplaceDb>();
        services.AddReaction<NoticesChanged, WhenNoticesChanged, WorkplaceDb>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListNotices.Map(routes);
        ReadNotices.Map(routes);
        Announce.Map(routes);
        KeepDraft.Map(routes);
        ReadDraft.Map(routes);
    }
}

/// <summary>What a role may be allowed to do at the workplace of others; one's own needs no permission.</summary>
public static class WorkplacePermissions
{
    public const string Announce = "workplace.announce";
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Clocks;
using Santral.Requests.Data;

namespace Santral.Requests.Clocks;

/// <summary>What the clocks of requests are made of.</summary>
internal static class ClockServices
{
    public static void AddClocks(this IServiceCollection services)
    {
        services.AddSingleton<ClockBell>();
        services.AddSingleton<RecomputeBell>();
        services.AddSingleton<ClockKeeper>();
        services.AddSingleton<WhoIsTold>();
        services.AddSingleton<ReadClocks>();
        services.AddSingleton<AlarmJob>().AddHostedService(s => s.GetRequiredService<AlarmJob>());
        services.AddSingleton<RecomputeJob>().AddHostedService(s => s.GetRequiredService<RecomputeJob>());
        services.AddReaction<ClocksChanged, WhenClocksChanged, RequestsDb>();
        services.AddReaction<DefinitionsChanged, WhenCategoriesMoved, RequestsDb>();
        services.AddReaction<CallAnswered, WhenCallTaken, RequestsDb>();
    }
}

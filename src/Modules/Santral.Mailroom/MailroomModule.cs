using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Files;
using Santral.Mailroom.Data;
using Santral.Mailroom.Features;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Reactions;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom;

/// <summary>Mailboxes: letters that come become requests or join them, and every answer arrives once (H-01 … H-03, W-S19).</summary>
public sealed class MailroomModule : IModule
{
    public string Name => "mailroom";

    public IReadOnlyList<string> Permissions { get; } = [MailroomPermissions.Write, MailroomPermissions.Settings];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<MailroomDb>();
        services.AddScoped<INameRecords, NameMailboxes>();
        services.AddSingleton<MailSecrets>().AddSingleton<AccessTokens>().AddSingleton<ServerConnections>().AddSingleton<MailroomBell>();
        services.AddScoped<LetterFiles>().AddScoped<SentFiles>();
        services.AddScoped<IHoldFiles, FilesOfLetters>();
        services.AddScoped<IKnowLetters, KnowLetters>();
        services.AddScoped<ISendLetters, WriteToCustomer>();
        services.AddScoped<IMailColleagues, MailColleagues>();
        services.AddScoped<TakeIn>().AddScoped<FindThread>().AddScoped<RouteLetter>();
        services.AddScoped<LetterSight>().AddScoped<AnswerPlan>().AddScoped<ReadMailboxRequest>();
        services.AddSingleton<SendLetters>();
        services.AddHostedService<ReceiveJob>();
        services.AddHostedService<SendJob>();
        services.AddSingleton<DemoMailSystem>().AddSingleton<DemoPost>();
        services.AddScoped<DemoMailboxes>();
        services.AddScoped<ISeedDemo>(s => s.GetRequiredService<DemoMailboxes>()).AddScoped<IPrepare>(s => s.GetRequiredService<DemoMailboxes>());
        services.AddScoped<IForgetPerson, ForgetWriter>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        ListMailboxes.Map(routes);
        KeepMailbox.Map(routes);
        TestMailbox.Map(routes);
        ReadLetters.Map(routes);
        ShowLetter.Map(routes);
        TakeFile.Map(routes);
        PlanAnswer.Map(routes);
        WriteAnswer.Map(routes);
        SteerLetter.Map(routes);
        DemoMail.Map(routes);
    }
}

/// <summary>What a role may be allowed to do with mail.</summary>
public static class MailroomPermissions
{
    /// <summary>Writes to customers.</summary>
    public const string Write = "mailroom.write";

    /// <summary>Sets mailboxes up, and sees what came into them.</summary>
    public const string Settings = "mailroom.settings";

    /// <summary>Who sees a request sees its letters; the right is the requests' own.</summary>
    internal const string Read = "requests.read";
}

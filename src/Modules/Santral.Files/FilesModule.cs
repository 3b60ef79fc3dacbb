using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Files.Data;
using Santral.Files.Features;
using Santral.Files.Jobs;

namespace Santral.Files;

/// <summary>Files that people and correspondents gave: kept once, read by whom the record they belong to lets read them.</summary>
public sealed class FilesModule : IModule
{
    public string Name => "files";

    public IReadOnlyList<string> Permissions { get; } = [];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<FilesDb>();
        services.AddSingleton(FileFolder.Read(configuration));
        services.AddScoped<IKeepFiles, KeepFiles>();
        services.AddScoped<WhoReads>();
        services.AddHostedService<SweepFiles>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        UploadFile.Map(routes);
        DownloadFile.Map(routes);
    }
}

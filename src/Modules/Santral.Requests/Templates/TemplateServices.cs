using Microsoft.Extensions.DependencyInjection;

namespace Santral.Requests.Templates;

/// <summary>What templates need.</summary>
internal static class TemplateServices
{
    public static void AddTemplates(this IServiceCollection services)
    {
        services.AddScoped<TemplateScope>();
        services.AddScoped<FillTemplates>();
        services.AddScoped<IReportReadiness, TemplateReadiness>();
        services.AddScoped<ICountDefinitionUses, CountTemplateUses>();
        services.AddScoped<ISeedDemo, DemoTemplates>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Requests.Macros;

namespace Santral.Requests.Templates;

/// <summary>What templates and macros need.</summary>
internal static class TemplateServices
{
    public static void AddTemplates(this IServiceCollection services)
    {
        services.AddScoped<TemplateScope>();
        services.AddScoped<FillTemplates>();
        services.AddScoped<AnswerByItself>();
        services.AddScoped<IReportReadiness, TemplateReadiness>();
        services.AddScoped<ICountDefinitionUses, CountTemplateUses>();
        services.AddScoped<ISeedDemo, DemoTemplates>();
        services.AddScoped<CheckMacro>();
        services.AddScoped<MakeSteps>();
        services.AddScoped<ISeedDemo, DemoMacros>();
    }
}

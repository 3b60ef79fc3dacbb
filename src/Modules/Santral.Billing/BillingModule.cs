using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Billing.Data;
using Santral.Billing.Features;
using Santral.Contracts.Billing;

namespace Santral.Billing;

/// <summary>Invoices: what customers were billed and still owe.</summary>
public sealed class BillingModule : IModule
{
    public string Name => "billing";

    public IReadOnlyList<string> Permissions { get; } = [BillingPermissions.Read];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<BillingDb>();
        services.AddScoped<INameRecords, NameInvoices>();
        services.AddSingleton<IReadInvoices, ReadInvoices>();
        services.AddScoped<ISeedDemo, DemoInvoices>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes) => GetOpenInvoices.Map(routes);
}

/// <summary>What a role may be allowed to do with invoices.</summary>
public static class BillingPermissions
{
    public const string Read = "billing.read";
}

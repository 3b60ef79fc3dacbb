using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Search;
using Santral.Customers.Data;
using Santral.Customers.Features;
using Santral.Customers.Search;

namespace Santral.Customers;

/// <summary>Customers: who they are, who calls, and whether a corporate caller is who he says.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public IReadOnlyList<string> Permissions { get; } = [CustomersPermissions.Read, CustomersPermissions.Write];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddModuleDb<CustomersDb>();
        services.AddSingleton<IIdentifyCaller, IdentifyCaller>();
        services.AddSingleton<IFindCustomer, FindCustomer>();
        services.AddSingleton<IVerifyCorporateCaller, VerifyCorporateCaller>();
        services.AddScoped<ReadCustomerRequest>();
        services.AddScoped<IProvideFindable, FindableCustomers>();
        services.AddScoped<ISeedDemo, DemoCustomers>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindCustomers.Map(routes);
        GetCustomer.Map(routes);
        CreateCustomer.Map(routes);
        ChangeCustomer.Map(routes);
        SetServicePassword.Map(routes);
    }
}

/// <summary>What a role may be allowed to do with customers.</summary>
public static class CustomersPermissions
{
    public const string Read = "customers.read";
    public const string Write = "customers.write";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Search;
using Santral.Customers.Data;
using Santral.Customers.Features;

namespace Santral.Customers;

/// <summary>Customers: who they are, who calls, and whether a corporate caller is who he says.</summary>
public sealed class CustomersModule : IModule
{
    public string Name => "customers";

    public IReadOnlyList<string> Permissions { get; } =
    [
        CustomersPermissions.Read, CustomersPermissions.Write, CustomersPermissions.Identity, CustomersPermissions.Subscriptions,
        CustomersPermissions.Sales, CustomersPermissions.Settings, CustomersPermissions.Erase,
    ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidation();
        services.AddHttpContextAccessor();
        services.AddModuleDb<CustomersDb>();
        services.AddScoped<INameRecords, NameCustomers>();
        services.AddSingleton(CustomerDefinitions.SubscriptionCategories);
        services.AddScoped<ICountDefinitionUses, CustomerDefinitions>();
        services.AddSingleton<IIdentifyCaller, IdentifyCaller>();
        services.AddSingleton<IFindCustomer, FindCustomer>();
        services.AddSingleton<IVerifyCorporateCaller, VerifyCorporateCaller>();
        services.AddScoped<IProvideFindable, FindableCustomers>();
        services.AddSingleton<IKnowSubscriptions, KnowSubscriptions>();
        services.AddSingleton<IReachCustomers, ReachCustomers>();
        services.AddSingleton<IIdentifyWriter, IdentifyWriter>();
        services.AddScoped<ReadCustomerRequest>().AddScoped<ReadSubscriptionRequest>().AddScoped<SaleSources>();
        services.AddScoped<CustomerSight>().AddScoped<ShowSubscription>().AddScoped<Once>().AddScoped<TracesOfPerson>();
        services.AddScoped<IPrepare, FillNameKeys>();
        services.AddScoped<ISeedDemo, DemoCustomers>();
        services.AddScoped<ISeedDemo, DemoSales>();
    }

    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        FindCustomers.Map(routes);
        GetCustomer.Map(routes);
        CreateCustomer.Map(routes);
        ChangeCustomer.Map(routes);
        FindLookAlikes.Map(routes);
        ReadIdentityNumber.Map(routes);
        EraseCustomer.Map(routes);
        Consents.Map(routes);
        CustomerNotes.Map(routes);

        GetServicePassword.Map(routes);
        SetServicePassword.Map(routes);
        ResetServicePassword.Map(routes);
        UnlockServicePassword.Map(routes);

        FindSubscriptions.Map(routes);
        GetSubscription.Map(routes);
        OpenSubscription.Map(routes);
        ChangeSubscription.Map(routes);
        MoveSubscription.Map(routes);

        FindOpportunities.Map(routes);
        OpenOpportunity.Map(routes);
        ChangeOpportunity.Map(routes);
        FindOrderNotes.Map(routes);
        TakeOrder.Map(routes);
        ChangeOrder.Map(routes);
        CrossSellRules.Map(routes);
        SuggestSales.Map(routes);
    }
}

/// <summary>What a role may be allowed to do with customers.</summary>
public static class CustomersPermissions
{
    public const string Read = "customers.read";
    public const string Write = "customers.write";

    /// <summary>Reads whole identity numbers; each look is written down.</summary>
    public const string Identity = "customers.identity";
    public const string Subscriptions = "customers.subscriptions";

    /// <summary>Opportunities, orders and suggestions.</summary>
    public const string Sales = "customers.sales";

    /// <summary>The rules that suggest sales.</summary>
    public const string Settings = "customers.settings";
    public const string Erase = "customers.erase";
}

using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Santral.Kernel;

/// <summary>One capability of the business: its services, its routes, what it may be asked to do. The module file is its table of contents.</summary>
public interface IModule
{
    /// <summary>Lower case, as in table names, routes and configuration: `requests`.</summary>
    string Name { get; }

    /// <summary>Every permission the module asks for; roles are made of these.</summary>
    IReadOnlyList<string> Permissions { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Routes are mapped below `/api`.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);
}

/// <summary>Puts the demo's data of one module in place, in <see cref="Order"/>; called once on an empty installation.</summary>
public interface ISeedDemo
{
    /// <summary>Lower goes first: organisation 0, people 10, definitions 20, customers 30, documents 40.</summary>
    int Order { get; }

    Task SeedAsync(CancellationToken stop);
}

/// <summary>Definitions an installation needs before anyone can work; safe to run at every start.</summary>
public interface IPrepare
{
    int Order { get; }

    Task PrepareAsync(CancellationToken stop);
}

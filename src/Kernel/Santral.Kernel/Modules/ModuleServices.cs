using Microsoft.Extensions.DependencyInjection;

namespace Santral.Kernel;

/// <summary>A module's database context, registered for the host, which knows the provider.</summary>
public sealed record ModuleDatabase(Type Context);

/// <summary>The few registrations a module makes.</summary>
public static class ModuleServices
{
    /// <summary>Declares the module's context; the host binds it to SQLite or PostgreSQL. Its audit trail can be read with those of the others.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services)
        where TDb : ModuleDb
        => services.AddScoped<IAuditTrail, ModuleAuditTrail<TDb>>().AddSingleton(new ModuleDatabase(typeof(TDb)));

    /// <summary>Registers a reaction; its saves and its inbox row go through <typeparamref name="TDb"/>.</summary>
    public static IServiceCollection AddReaction<TFact, THandler, TDb>(this IServiceCollection services)
        where TFact : IFact
        where THandler : class, IReactTo<TFact>
        where TDb : ModuleDb
    {
        services.AddScoped<THandler>();
        return services.AddSingleton(new Reaction(typeof(THandler).FullName!, typeof(TFact), typeof(THandler), typeof(TDb)));
    }
}

using System.Collections.Frozen;
using System.Reflection;

namespace Santral.Kernel;

/// <summary>Finds a fact's type by its stable name and the name by its type.</summary>
public sealed class FactNames
{
    private readonly FrozenDictionary<string, Type> _types;

    public FactNames(IEnumerable<Assembly> assemblies)
        => _types = assemblies.SelectMany(a => a.GetTypes())
            .Where(t => typeof(IFact).IsAssignableFrom(t) && t.GetCustomAttribute<FactAttribute>() is not null)
            .ToFrozenDictionary(t => NameOf(t));

    public static string NameOf(Type fact)
        => fact.GetCustomAttribute<FactAttribute>()?.Name ?? throw new InvalidOperationException($"{fact.Name} has no [Fact] name.");

    public static int VersionOf(Type fact) => fact.GetCustomAttribute<FactAttribute>()?.Version ?? 1;

    public Type? Find(string name) => _types.GetValueOrDefault(name);
}

namespace Santral.Kernel;

/// <summary>Something that happened and matters tomorrow: stored in the save that made it true, delivered at least once.</summary>
public interface IFact;

/// <summary>The fact's name and version on disk, never its CLR name: renaming a class must not strand old rows.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FactAttribute(string name, int version) : Attribute
{
    public string Name { get; } = name;

    public int Version { get; } = version;
}

/// <summary>What a module does when another module's fact arrives. It must be safe to be told twice; the dispatcher saves.</summary>
public interface IReactTo<in TFact>
    where TFact : IFact
{
    Task ReactAsync(TFact fact, CancellationToken stop);
}

/// <summary>One consumer of one fact, as the dispatcher knows it.</summary>
public sealed record Reaction(string Consumer, Type Fact, Type Handler, Type Database);

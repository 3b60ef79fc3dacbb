using System.ComponentModel.DataAnnotations.Schema;

namespace Santral.Kernel;

/// <summary>A thing that changes as one: it counts its versions and remembers the facts its changes made.</summary>
public abstract class Aggregate
{
    private readonly List<IFact> _raised = [];

    /// <summary>Counted up by each save; a save based on an older version is refused as stale.</summary>
    public int Version { get; internal set; }

    [NotMapped]
    internal IReadOnlyList<IFact> Raised => _raised;

    internal void Forget() => _raised.Clear();

    /// <summary>The only way to publish: the fact is stored by the save that stores the change.</summary>
    protected void Raise(IFact fact) => _raised.Add(fact);
}

/// <summary>A document with a number from a gapless series, taken in the save that stores it.</summary>
public interface INumbered
{
    /// <summary>The series the number comes from; it is also the number's prefix: `ÇB` gives `ÇB-26-0001`.</summary>
    string NumberSeries { get; }

    string? Number { get; }

    /// <summary>Where the year of the number turns; null for UTC.</summary>
    TimeZoneInfo? NumberZone => null;

    void TakeNumber(string number);
}

/// <summary>Every change of this entity is written to the audit trail, value by value.</summary>
public interface IAudited
{
    Guid AuditId { get; }
}

/// <summary>Keeps a value out of the audit trail (secrets, hashes, long texts kept elsewhere); that it changed is still written.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UnauditedAttribute : Attribute;

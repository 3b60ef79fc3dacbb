using Xunit.Sdk;
using Xunit.v3;

namespace Santral.Testing;

/// <summary>Begins test collections in an order: a long one begun last would run alone at the end, while the other processors have nothing to do.</summary>
public abstract class OrderedCollections : ITestCollectionOrderer
{
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection
        => [.. testCollections.OrderBy(c => RankOf(c)).ThenBy(c => c.TestCollectionDisplayName, StringComparer.Ordinal)];

    /// <summary>The lowest goes first.</summary>
    protected abstract int RankOf(ITestCollection collection);
}

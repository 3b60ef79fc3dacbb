using Xunit.Sdk;

// Those that wait for a caller to be spoken to need no processor meanwhile: one more than there are processors keeps both at work.
[assembly: CollectionBehavior(MaxParallelThreads = 3)]
[assembly: TestCollectionOrderer(typeof(Santral.ModuleTests.CallsFirst))]

namespace Santral.ModuleTests;

/// <summary>Calls wait for people to speak, then what is alone in its class, then the large collections.</summary>
public sealed class CallsFirst : OrderedCollections
{
    protected override int RankOf(ITestCollection collection)
        => collection.TestCollectionDisplayName.Contains(".Calls.", StringComparison.Ordinal) ? 0 : collection.TestCollectionClassName is null ? 1 : 2;
}

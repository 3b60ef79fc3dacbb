using Xunit.Sdk;

// Each story is a product and a browser of its own: more than two at a time only make each other late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer(typeof(Santral.StoryTests.LongestFirst))]

namespace Santral.StoryTests;

/// <summary>By the time they take alone.</summary>
public sealed class LongestFirst : OrderedCollections
{
    private static readonly string[] Long = [MattersCollection.Name, nameof(CleanScreens), nameof(APhoneCallBecomesARequest), nameof(WhoHearsWhat)];

    protected override int RankOf(ITestCollection collection)
        => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}

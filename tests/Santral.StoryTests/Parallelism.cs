using Xunit.Sdk;

// Each story is a product and a browser of its own: more than two at a time only make each other late.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: TestCollectionOrderer(typeof(Santral.StoryTests.LongestFirst))]

// One browser for all.
[assembly: AssemblyFixture(typeof(Santral.StoryTests.Harness.Browser))]

namespace Santral.StoryTests;

/// <summary>By the time they take alone; what mostly waits goes beside what works most.</summary>
public sealed class LongestFirst : OrderedCollections
{
    private static readonly string[] Long = [MattersCollection.Name, nameof(LettersAndKills), nameof(CleanScreens), nameof(ThreeCallsByKeyboard), nameof(TwoTabs), nameof(TheAgentsBrowserGoes), nameof(WhoHearsWhat), nameof(NothingInALetterRuns)];

    protected override int RankOf(ITestCollection collection)
        => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is >= 0 and var rank ? rank : Long.Length;
}

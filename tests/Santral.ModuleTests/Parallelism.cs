using Xunit.Sdk;

// Those that wait for a caller to be spoken to need no processor meanwhile: two more than there are processors keep both at work.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]
[assembly: TestCollectionOrderer(typeof(Santral.ModuleTests.LongestFirst))]

namespace Santral.ModuleTests;

/// <summary>The longest, then calls, which wait for people to speak, then what is alone in its class, then the large collections.</summary>
public sealed class LongestFirst : OrderedCollections
{
    private static readonly string[] Long =
    [
        "TrunkTests", "VerificationEndsTests", "DeskPhoneCallTests", "MailLoopTests", "SetUpTests", "ManyRequestsTests", "MergeReadingTests", "RecordCallTests", "VerifyByAgentTests", "MergeRequestsTests",
        "CorpusTakenInTests", "MakeAllTests", "TransferCallTests", "AgentCallTests", "DueTimesTests", "WrongBodiesTests",
    ];

    protected override int RankOf(ITestCollection collection)
        => Array.FindIndex(Long, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) switch
        {
            >= 0 and var rank => rank,
            _ when collection.TestCollectionDisplayName.Contains(".Calls.", StringComparison.Ordinal) => Long.Length,
            _ when collection.TestCollectionClassName is null => Long.Length + 1,
            _ => Long.Length + 2,
        };
}

using System.Runtime.CompilerServices;

namespace Santral.ModuleTests.Harness;

/// <summary>Looking again for what happens in its own time, without taking the processor from it.</summary>
public static class Looks
{
    /// <summary>Without end; the token's end is the test's.</summary>
    public static async IAsyncEnumerable<int> AgainAsync([EnumeratorCancellation] CancellationToken limit)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(40));
        var count = 0;
        do
        {
            yield return count++;
        }
        while (await pace.WaitForNextTickAsync(limit));
    }
}

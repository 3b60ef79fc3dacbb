namespace Santral.Media.Engine;

/// <summary>One phase that is due: when it should have run, and how many 20 ms slots its legs pass with it.</summary>
internal readonly record struct DuePhase(int Phase, long SlotAtNs, long Slots);

/// <summary>
/// When which quarter of the legs is served: every 5 ms one of four phases, each leg every 20 ms. Due times are added up, never
/// measured, so nothing drifts. After a stall over 200 ms whole rounds are given up, and the timestamps of the legs jump by them.
/// </summary>
internal sealed class PacerSchedule
{
    internal const int Phases = 4;
    internal const long PhaseNs = 5_000_000;
    internal const long RoundNs = Phases * PhaseNs;
    internal const long GiveUpAfterNs = 200_000_000;
    private readonly long[] _skipped = new long[Phases];
    private int _phase;

    internal long NextAtNs { get; private set; }

    internal long Stalls { get; private set; }

    internal long RoundsSkipped { get; private set; }

    internal void Start(long nowNs)
    {
        NextAtNs = nowNs + PhaseNs;
        Array.Clear(_skipped);
    }

    internal bool TryTake(long nowNs, out DuePhase due)
    {
        due = default;
        if (nowNs < NextAtNs)
        {
            return false;
        }

        if (nowNs - NextAtNs > GiveUpAfterNs)
        {
            var rounds = (nowNs - NextAtNs) / RoundNs;
            NextAtNs += rounds * RoundNs;
            Stalls++;
            RoundsSkipped += rounds;
            for (var i = 0; i < Phases; i++)
            {
                _skipped[i] += rounds;
            }
        }

        due = new DuePhase(_phase, NextAtNs, 1 + _skipped[_phase]);
        _skipped[_phase] = 0;
        _phase = (_phase + 1) % Phases;
        NextAtNs += PhaseNs;
        return true;
    }
}

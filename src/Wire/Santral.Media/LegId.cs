namespace Santral.Media;

/// <summary>Names one leg (one party's audio) across the media border; the asker chooses it.</summary>
public readonly record struct LegId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

/// <summary>Names one run of a play list, so that its end can be told from the end of an earlier one.</summary>
public readonly record struct PlayId(Guid Value)
{
    public override string ToString() => Value.ToString("N");
}

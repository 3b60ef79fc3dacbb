namespace Santral.Media.Srtp;

/// <summary>The last 64 packet indices that were accepted (RFC 3711 §3.3.2).</summary>
internal struct ReplayWindow
{
    private ulong _seen;

    internal bool HasAny { get; private set; }

    internal ulong Highest { get; private set; }

    internal readonly bool IsFresh(ulong index)
    {
        if (!HasAny || index > Highest)
        {
            return true;
        }

        var age = Highest - index;
        return age < 64 && (_seen & (1UL << (int)age)) == 0;
    }

    internal void Accept(ulong index)
    {
        if (!HasAny)
        {
            HasAny = true;
            Highest = index;
            _seen = 1;
        }
        else if (index > Highest)
        {
            var step = index - Highest;
            _seen = step < 64 ? (_seen << (int)step) | 1 : 1;
            Highest = index;
        }
        else if (Highest - index < 64)
        {
            _seen |= 1UL << (int)(Highest - index);
        }
    }
}

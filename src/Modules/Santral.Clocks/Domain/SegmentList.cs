namespace Santral.Clocks.Domain;

/// <summary>Segments in order; one that goes on with the same reason makes the last longer.</summary>
internal sealed class SegmentList
{
    public List<ClockSegment> All { get; } = [];

    public void Add(ClockSegment segment)
    {
        if (segment.From >= segment.To)
        {
            return;
        }

        if (All.Count > 0 && All[^1] is var last && last.To == segment.From && last.Kind == segment.Kind && last.Names == segment.Names)
        {
            All[^1] = last with { To = segment.To };
        }
        else
        {
            All.Add(segment);
        }
    }
}

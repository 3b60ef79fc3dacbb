namespace Santral.Identity.Features.Audit;

/// <summary>The trails of all modules as one, newest first.</summary>
internal sealed class AllTrails(IEnumerable<IAuditTrail> trails)
{
    public sealed record Line(string Module, AuditRow Row);

    public IReadOnlyList<IAuditTrail> All { get; } = [.. trails];

    /// <summary>At most so many behind <paramref name="before"/>.</summary>
    public async Task<List<Line>> ReadAsync(AuditQuestion question, Guid? before, int most, CancellationToken stop)
    {
        var filter = question.After(before);
        var lines = new List<Line>();
        foreach (var trail in Asked(question))
        {
            lines.AddRange((await trail.ReadAsync(filter, most, stop)).Select(row => new Line(trail.Module, row)));
        }

        return [.. lines.OrderByDescending(l => l.Row.Id).Take(most)];
    }

    /// <summary>How many there are, counted to so many.</summary>
    public async Task<int> CountAsync(AuditQuestion question, int most, CancellationToken stop)
    {
        var count = 0;
        foreach (var trail in Asked(question))
        {
            count += await trail.CountAsync(question.After(null), most - count, stop);
            if (count >= most)
            {
                break;
            }
        }

        return count;
    }

    private IEnumerable<IAuditTrail> Asked(AuditQuestion question)
        => All.Where(t => (question.Module is null || t.Module == question.Module) && (question.Entity is null || t.Acts.ContainsKey(question.Entity)));
}

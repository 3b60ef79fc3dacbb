using Santral.Contracts.Definitions;

namespace Santral.Processes.Data;

/// <summary>Which kinds of document have a process, for the readiness page (W-D04, W-D18).</summary>
internal sealed class ReportProcesses(ProcessBook book) : IReportReadiness
{
    public Task<IReadOnlyList<ReadinessRow>> ReportAsync(CancellationToken stop)
        => Task.FromResult<IReadOnlyList<ReadinessRow>>(
            [.. book.Kinds.SelectMany(k => k.Rows.Select(row => new ReadinessRow(row, $"processes.document.{k.Code}", "/processes", book.Published(k.Code))))]);
}

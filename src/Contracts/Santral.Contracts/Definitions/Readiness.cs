namespace Santral.Contracts.Definitions;

/// <summary>A prerequisite that is no plain definition table: a process, a switch, a template (P-07).</summary>
public interface IReportReadiness
{
    Task<IReadOnlyList<ReadinessRow>> ReportAsync(CancellationToken stop);
}

/// <summary>One row of the readiness page that another module answers for.</summary>
/// <param name="Row">`W-D04`.</param>
/// <param name="TextKey">Key of its name.</param>
/// <param name="Path">Where it is defined in the web app: `/processes/request`.</param>
/// <param name="Count">How many are defined; 0 is missing.</param>
/// <param name="WarningKey">Key of what is not complete yet, or null.</param>
public sealed record ReadinessRow(string Row, string TextKey, string Path, int Count, string? WarningKey = null);

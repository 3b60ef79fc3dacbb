namespace Santral.Processes.Data;

/// <summary>Before anyone works, published processes are in memory.</summary>
internal sealed class ReadProcesses(ProcessBook book) : IPrepare
{
    public int Order => 10;

    public Task PrepareAsync(CancellationToken stop) => book.ReadAsync(stop);
}

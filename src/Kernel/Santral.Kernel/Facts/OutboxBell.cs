using System.Threading.Channels;

namespace Santral.Kernel;

/// <summary>Rung after a save that stored facts, so that reactions start at once instead of at the next look.</summary>
public sealed class OutboxBell
{
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => _rings.Writer.TryWrite(true);

    public ValueTask<bool> HeardAsync(CancellationToken stop) => _rings.Reader.ReadAsync(stop);
}

namespace Santral.Media.Prompts;

/// <summary>Prompts in memory by path. A file that changed on disk is read anew; what was not used for longest goes when room is short.</summary>
internal sealed class PromptCache(long maxBytes)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _byPath = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _byUse = new();
    private long _bytes;

    private sealed record Entry(string Path, DateTime ChangedAt, long Size, PromptAudio Audio);

    internal async Task<(PromptFault Fault, PromptAudio? Audio)> GetAsync(string path, CancellationToken stop)
    {
        DateTime changedAt;
        long size;
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return (PromptFault.NotFound, null);
            }

            (changedAt, size) = (file.LastWriteTimeUtc, file.Length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (PromptFault.Unreadable, null);
        }

        if (Find(path, changedAt, size) is { } known)
        {
            return (PromptFault.None, known);
        }

        var (fault, audio) = await PromptFile.TryLoadAsync(path, stop);
        if (audio is not null)
        {
            Keep(new Entry(path, changedAt, size, audio));
        }

        return (fault, audio);
    }

    private PromptAudio? Find(string path, DateTime changedAt, long size)
    {
        lock (_lock)
        {
            if (!_byPath.TryGetValue(path, out var node) || node.Value.ChangedAt != changedAt || node.Value.Size != size)
            {
                return null;
            }

            _byUse.Remove(node);
            _byUse.AddFirst(node);
            return node.Value.Audio;
        }
    }

    private void Keep(Entry entry)
    {
        lock (_lock)
        {
            if (_byPath.TryGetValue(entry.Path, out var old))
            {
                Drop(old);
            }

            _byPath[entry.Path] = _byUse.AddFirst(entry);
            _bytes += entry.Audio.Bytes;
            while (_bytes > maxBytes && _byUse.Last is { } last && last.Value != entry)
            {
                Drop(last);
            }
        }
    }

    private void Drop(LinkedListNode<Entry> node)
    {
        _byUse.Remove(node);
        _byPath.Remove(node.Value.Path);
        _bytes -= node.Value.Audio.Bytes;
    }
}

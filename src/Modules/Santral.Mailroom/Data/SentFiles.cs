using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>The bytes of the files that go with a letter.</summary>
internal sealed class SentFiles(LetterFiles files)
{
    /// <exception cref="IOException">One is gone: the letter is not sent without it.</exception>
    public async Task<IReadOnlyList<byte[]>> OfAsync(SentLetter letter, CancellationToken stop)
    {
        var bytes = new List<byte[]>();
        foreach (var file in letter.Attachments.OrderBy(a => a.Index))
        {
            bytes.Add(await files.ReadAsync(file.FileId, stop) ?? throw new Jobs.FileGoneException(file.Name));
        }

        return bytes;
    }
}

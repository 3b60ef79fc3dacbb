using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Which uploaded files a person may give to a request: his own. What is there already is not attached twice.</summary>
internal sealed class TakeFiles(IKeepFiles files, RequestsDb db, ICurrentUser user)
{
    public const int MostAtOnce = 20;

    /// <summary>Those of the files that the request does not have yet.</summary>
    /// <exception cref="Refusal">`files.unknown` when one is not there, or somebody else uploaded it.</exception>
    public async Task<IReadOnlyList<StoredFile>> NewOrRefuseAsync(Request request, IReadOnlyCollection<FileId> given, CancellationToken stop)
    {
        var here = await db.Files.Where(f => f.RequestId == request.Id && f.RemovedAt == null).Select(f => f.FileId).ToListAsync(stop);
        List<FileId> fresh = [.. given.Distinct().Where(id => !here.Contains(id))];
        var found = await files.FindAsync(fresh, stop);
        return found.Count == fresh.Count && found.All(f => f.StoredBy == user.Id && user.Id is not null)
            ? [.. fresh.Select(id => found.Single(f => f.Id == id))]
            : throw new Refusal("files.unknown", RefusalKind.Invalid);
    }

    /// <summary>The files among the answers of a description that the request does not have yet. An answer it had stays as it is.</summary>
    public Task<IReadOnlyList<StoredFile>> AnswersOrRefuseAsync(
        Request request, IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string> answers, CancellationToken stop)
    {
        var had = StoredAnswers.Read(request.Answers).Values.ToHashSet();
        var given = answers.Where(a => fields.Any(f => f.Code == a.Key && f.Kind == FormFieldKind.File) && !had.Contains(a.Value)).Select(a => Id.Parse<FileId>(a.Value));
        return NewOrRefuseAsync(request, [.. given], stop);
    }
}

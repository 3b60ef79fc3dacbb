using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Santral.Definitions.Data;

namespace Santral.Definitions.Features;

/// <summary>The answer to an act on a row: the row as it is now, as success or beside the refusal of a stale save.</summary>
internal static class Written
{
    public static Results<Ok<RowView>, ProblemHttpResult> Answer(this WrittenRow written, ITexts texts, ICurrentUser user)
    {
        var row = RowView.Of(written.Table, written.Row);
        return written.IsStale ? StaleSave.Problem(texts, user, row) : TypedResults.Ok(row);
    }
}

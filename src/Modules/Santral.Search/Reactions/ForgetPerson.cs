using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Customers;
using Santral.Search.Data;
using Santral.Search.Domain;

namespace Santral.Search.Reactions;

/// <summary>Takes a person's words out of those that slips are corrected to; words that others have too are learnt again when they are next written.</summary>
internal sealed class ForgetPerson(SearchDb db) : IForgetPerson
{
    public Task ForgetAsync(ForgottenPerson person, CancellationToken stop)
    {
        var words = person.Texts.SelectMany(Words.Of).Distinct().ToList();
        return db.InTransactionAsync(
            async () =>
            {
                await db.Remains.Where(r => words.Contains(r.Term)).ExecuteDeleteAsync(stop);
                await db.Terms.Where(t => words.Contains(t.Term)).ExecuteDeleteAsync(stop);
            },
            stop);
    }
}

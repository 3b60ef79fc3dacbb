using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Search;
using Santral.Requests.Data;

namespace Santral.Requests.Reactions;

/// <summary>The customer's requests are found by his name no longer: the search reads them anew, after he is gone.</summary>
internal sealed class WhenCustomerErased(RequestsDb db, TimeProvider clock) : IReactTo<CustomerErased>
{
    public async Task ReactAsync(CustomerErased fact, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var ids = await db.Requests.AsNoTracking().Where(r => r.CustomerId == fact.CustomerId).Select(r => r.Id).ToListAsync(stop);

        // Nothing of the requests changes, so no aggregate can say it.
        IFact[] facts = [.. ids.Select(id => new FindableChanged(FindableRequests.Code, id.Value)), new WordsForgotten()];
        db.Outbox.AddRange(facts.Select(told => new OutboxRow
        {
            FactId = Guid.CreateVersion7(now),
            Name = FactNames.NameOf(told.GetType()),
            FactVersion = FactNames.VersionOf(told.GetType()),
            Body = JsonSerializer.Serialize(told, told.GetType(), SantralJson.Options),
            RaisedAt = now,
        }));
    }
}

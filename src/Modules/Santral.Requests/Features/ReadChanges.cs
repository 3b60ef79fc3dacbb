using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Turns the audit trail of a request into what a reader of its timeline wants to know: field, before, after, in words.</summary>
internal sealed class ReadChanges(
    RequestsDb db, Sight sight, IFindCustomer customers, IKnowSubscriptions subscriptions, NameDefinitions definitions, IKnowPeople people, IKnowTeams teams, ICurrentUser user)
{
    /// <summary>Columns that people change; stages and merges have entries of their own, and the rest is book-keeping.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["kind"] = "kind",
        ["subject"] = "subject",
        ["text"] = "text",
        ["categoryId"] = "category",
        ["answers"] = "answers",
        ["contactMethodId"] = "contactMethod",
        ["customerId"] = "customer",
        ["subscriptionId"] = "subscription",
        ["product"] = "product",
        ["priority"] = "priority",
        ["priorityId"] = "priority",
        ["answer"] = "answer",
        ["work"] = "work",
        ["place"] = "place",
        ["wantedOn"] = "wantedOn",
        ["ownerId"] = "owner",
        ["teamId"] = "team",
        ["parentId"] = "parent",
        ["tags"] = "tags",
    };

    public async Task<IReadOnlyList<GetTimeline.Entry>> OfAsync(RequestId request, int most, CancellationToken stop)
    {
        var rows = await db.AuditTrail.AsNoTracking()
            .Where(a => a.EntityId == request.Value && a.Entity == nameof(Request) && a.Act == "changed")
            .OrderByDescending(a => a.At)
            .Take(most)
            .ToListAsync(stop);
        var read = rows
            .Select(row => (Row: row, Values: (JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Changes) ?? [])
                .Where(v => Fields.ContainsKey(v.Key))
                .ToList()))
            .Where(r => r.Values.Count > 0)
            .ToList();
        var names = await NamesAsync(read.SelectMany(r => r.Values).ToList(), stop);
        return [.. read.Select(r => new GetTimeline.Entry(
            r.Row.Id,
            r.Row.At,
            GetTimeline.EntryKind.Change,
            NameOf(r.Row),
            Change: new GetTimeline.ChangePart(
                [.. r.Values.Select(v => new GetTimeline.Field(Fields[v.Key], Shown(v.Value[0], names), Shown(v.Value[1], names)))])))];
    }

    /// <summary>As he is called now; the trail keeps the sign-in name he had then.</summary>
    private PersonName? NameOf(AuditRow row)
        => row.UserId is { } by ? new PersonName(UserId.From(by), people.Find(UserId.From(by))?.DisplayName ?? row.UserName) : null;

    private static string? Shown(string? value, Dictionary<string, string> names)
        => value is null ? null : names.GetValueOrDefault(value, value);

    /// <summary>What the identities among the values are called.</summary>
    private async Task<Dictionary<string, string>> NamesAsync(List<KeyValuePair<string, string?[]>> values, CancellationToken stop)
    {
        var names = new Dictionary<string, string>();
        foreach (var id in IdsIn<UserId>("ownerId"))
        {
            names[id.ToString()] = people.Find(id)?.DisplayName ?? "?";
        }

        foreach (var id in IdsIn<TeamId>("teamId"))
        {
            names[id.ToString()] = teams.Find(id)?.Names.In(user.Language) ?? "?";
        }

        foreach (var id in IdsIn<DefinitionId>("categoryId").Concat(IdsIn<DefinitionId>("priorityId")).Concat(IdsIn<DefinitionId>("contactMethodId")))
        {
            names[id.ToString()] = definitions.InWords(id, user.Language) ?? "?";
        }

        foreach (var customer in (await customers.FindManyAsync(IdsIn<CustomerId>("customerId"), stop)).Values)
        {
            names[customer.Id.ToString()] = customer.Name;
        }

        foreach (var subscription in (await subscriptions.FindManyAsync(IdsIn<SubscriptionId>("subscriptionId"), stop)).Values)
        {
            names[subscription.Id.ToString()] = subscription.Number;
        }

        // A whole in a unit the reader does not see is not even named.
        var parents = IdsIn<RequestId>("parentId");
        parents.ForEach(p => names[p.ToString()] = "?");
        foreach (var parent in await sight.Of(db.Requests.AsNoTracking()).Where(r => parents.Contains(r.Id)).Select(r => new { r.Id, r.Number }).ToListAsync(stop))
        {
            names[parent.Id.ToString()] = parent.Number!;
        }

        return names;

        List<TId> IdsIn<TId>(string column)
            where TId : struct, IId<TId>
            => [.. values.Where(v => v.Key == column).SelectMany(v => v.Value).OfType<string>().Distinct().Select(Id.Parse<TId>)];
    }
}

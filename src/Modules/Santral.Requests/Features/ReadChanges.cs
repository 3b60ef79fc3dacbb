using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Turns the audit trail of a request into what a reader of its timeline wants to know: field, before, after, in words.</summary>
internal sealed class ReadChanges(RequestsDb db, IFindCustomer customers, IKnowPeople people, IKnowTeams teams, ICurrentUser user)
{
    /// <summary>Columns that people change; stages have entries of their own, and the rest is book-keeping.</summary>
    private static readonly Dictionary<string, string> Fields = new()
    {
        ["kind"] = "kind",
        ["subject"] = "subject",
        ["text"] = "text",
        ["contactMethodId"] = "contactMethod",
        ["customerId"] = "customer",
        ["priority"] = "priority",
        ["ownerId"] = "owner",
        ["teamId"] = "team",
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
            r.Row.UserId is { } by ? new PersonName(UserId.From(by), r.Row.UserName) : null,
            Change: new GetTimeline.ChangePart(
                [.. r.Values.Select(v => new GetTimeline.Field(Fields[v.Key], Shown(v.Value[0], names), Shown(v.Value[1], names)))])))];
    }

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

        foreach (var customer in (await customers.FindManyAsync(IdsIn<CustomerId>("customerId"), stop)).Values)
        {
            names[customer.Id.ToString()] = customer.Name;
        }

        var methods = IdsIn<ContactMethodId>("contactMethodId");
        if (methods.Count > 0)
        {
            foreach (var method in await db.ContactMethods.AsNoTracking().ToListAsync(stop))
            {
                names[method.Id.ToString()] = method.Names.In(user.Language);
            }
        }

        return names;

        List<TId> IdsIn<TId>(string column)
            where TId : struct, IId<TId>
            => [.. values.Where(v => v.Key == column).SelectMany(v => v.Value).OfType<string>().Distinct().Select(Id.Parse<TId>)];
    }
}

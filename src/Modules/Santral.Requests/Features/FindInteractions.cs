using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Requests.Data;
using Santral.Requests.Domain;

namespace Santral.Requests.Features;

/// <summary>Contacts, newest first: every call, also one nobody opened a request for (M-03); of one customer for his card (P-01).</summary>
public static class FindInteractions
{
    public sealed record Row(
        Guid Id,
        Channel Channel,
        string Unit,
        DateTimeOffset StartedAt,
        DateTimeOffset? EndedAt,
        PhoneNumber? CallingNumber,
        CallerClass CallerClass,
        CustomerId? CustomerId,
        PersonName? Agent,
        int WaitedSeconds,
        int TalkedSeconds,
        CallEndReason? EndReason,
        bool HasRequest);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/interactions", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("FindInteractions")
        .WithTags("requests")
        .WithSummary("Contacts by customer or unit, newest first.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        RequestsDb db,
        ReadRequest read,
        CancellationToken stop,
        CustomerId? customer = null,
        [StringLength(40)] string? unit = null,
        [StringLength(400)] string? after = null,
        [Range(1, 200)] int take = 50)
    {
        var contacts = db.Interactions.AsNoTracking();
        if (customer is not null)
        {
            contacts = contacts.Where(i => i.CustomerId == customer);
        }

        if (unit is not null)
        {
            contacts = contacts.Where(i => i.Unit == unit);
        }

        var rows = await After(contacts, after)
            .OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id)
            .Take(take + 1)
            .Select(i => new { Contact = i, HasRequest = db.LinkedCalls.Any(l => l.CallId == i.CallId) })
            .ToListAsync(stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new Page<Row>(
            [.. page.Select(r => new Row(
                r.Contact.Id,
                r.Contact.Channel,
                r.Contact.Unit,
                r.Contact.StartedAt,
                r.Contact.EndedAt,
                r.Contact.CallingNumber,
                r.Contact.CallerClass,
                r.Contact.CustomerId,
                read.Person(r.Contact.AgentId),
                (int)r.Contact.Waited.TotalSeconds,
                (int)r.Contact.Talked.TotalSeconds,
                r.Contact.EndReason,
                r.HasRequest))],
            rows.Count > take
                ? Cursor.Write(page[^1].Contact.StartedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Contact.Id.ToString())
                : null,
            null));
    }

    private static IQueryable<Interaction> After(IQueryable<Interaction> contacts, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not [var ticks, var key])
        {
            return contacts;
        }

        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position > DateTime.MaxValue.Ticks
            || !Guid.TryParse(key, out var id))
        {
            throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
        }

        var at = new DateTimeOffset(position, TimeSpan.Zero);
        return contacts.Where(i => i.StartedAt < at || (i.StartedAt == at && i.Id < id));
    }
}

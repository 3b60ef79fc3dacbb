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
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/interactions", HandleAsync)
        .RequirePermission(RequestsPermissions.Read)
        .WithName("FindInteractions")
        .WithTags("requests")
        .WithSummary("Contacts by customer or unit, newest first.");

    internal static async Task<Ok<Page<InteractionRow>>> HandleAsync(
        RequestsDb db,
        ReadInteractions read,
        Sight sight,
        CancellationToken stop,
        CustomerId? customer = null,
        [StringLength(40)] string? unit = null,
        DefinitionId? category = null,
        DefinitionId? method = null,
        [StringLength(400)] string? after = null,
        [Range(1, 200)] int take = 50)
    {
        var contacts = read.Visible(db.Interactions.AsNoTracking(), sight);
        if (customer is not null)
        {
            contacts = contacts.Where(i => i.CustomerId == customer);
        }

        if (unit is not null)
        {
            contacts = contacts.Where(i => i.Unit == unit);
        }

        contacts = category is null ? contacts : contacts.Where(i => i.CategoryId == category);
        contacts = method is null ? contacts : contacts.Where(i => i.MethodId == method);
        var rows = await After(contacts, after)
            .OrderByDescending(i => i.StartedAt).ThenByDescending(i => i.Id)
            .Take(take + 1)
            .ToListAsync(stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new Page<InteractionRow>(
            await read.OfAsync(page, stop),
            rows.Count > take
                ? Cursor.Write(page[^1].StartedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Id.ToString())
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

/// <summary>One contact as lists show it.</summary>
/// <param name="Category">What it was about; null for a call nobody classified yet.</param>
/// <param name="Text">What was said, where somebody wrote it down.</param>
/// <param name="AutomaticAnswer">What the customer was answered by itself.</param>
public sealed record InteractionRow(
    Guid Id,
    Channel Channel,
    string Unit,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    PhoneNumber? CallingNumber,
    CallerClass CallerClass,
    CustomerId? CustomerId,
    string? CustomerName,
    PersonName? Agent,
    DefinitionName? Category,
    DefinitionName? Method,
    string Text,
    string AutomaticAnswer,
    int WaitedSeconds,
    int TalkedSeconds,
    CallEndReason? EndReason,
    bool HasRequest);

/// <summary>Contacts the reader may see, dressed with names.</summary>
internal sealed class ReadInteractions(RequestsDb db, ReadRequest read, NameDefinitions definitions, IFindCustomer customers, ICurrentUser user)
{
    public IQueryable<Interaction> Visible(IQueryable<Interaction> contacts, Sight sight)
    {
        if (sight.SeesAll)
        {
            return contacts;
        }

        var (units, me) = (sight.Own, user.Id);
        return contacts.Where(i => units.Contains(i.Unit) || i.AgentId == me);
    }

    public async Task<IReadOnlyList<InteractionRow>> OfAsync(IReadOnlyList<Interaction> contacts, CancellationToken stop)
    {
        var calls = contacts.Select(c => c.CallId).OfType<CallId>().ToList();
        var linked = await db.LinkedCalls.AsNoTracking().Where(l => calls.Contains(l.CallId)).Select(l => l.CallId).Distinct().ToListAsync(stop);
        var names = await customers.FindManyAsync([.. contacts.Select(c => c.CustomerId).OfType<CustomerId>().Distinct()], stop);
        return [.. contacts.Select(c => new InteractionRow(
            c.Id,
            c.Channel,
            c.Unit,
            c.StartedAt,
            c.EndedAt,
            c.CallingNumber,
            c.CallerClass,
            c.CustomerId,
            c.CustomerId is { } customer ? names.GetValueOrDefault(customer)?.Name : null,
            read.Person(c.AgentId),
            definitions.One(c.CategoryId),
            definitions.One(c.MethodId),
            c.Text,
            c.AutomaticAnswer,
            (int)c.Waited.TotalSeconds,
            (int)c.Talked.TotalSeconds,
            c.EndReason,
            c.RequestId is not null || (c.CallId is { } call && linked.Contains(call))))];
    }
}

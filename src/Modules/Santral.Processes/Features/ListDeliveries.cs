using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Features;

/// <summary>What entry actions and warnings sent outside, and what waits: webhooks and mails with their tries, mails too where no mailbox is set up.</summary>
public static class ListDeliveries
{
    /// <param name="Path">Where the document is in the web app; empty when nowhere.</param>
    /// <param name="StageNames">Null for a warning that stands in no stage.</param>
    /// <param name="Target">Address of the webhook; null for a mail.</param>
    /// <param name="Recipient">Who gets the mail; null for a webhook.</param>
    /// <param name="NextAt">When it is tried next; null unless it waits for that.</param>
    /// <param name="Problem">Why the last try did not arrive.</param>
    /// <param name="LastError">What the problem is about: the place, a name, or the other side's own words.</param>
    public sealed record Row(
        Guid Id,
        DeliveryKind Kind,
        string Document,
        Guid DocumentId,
        string Number,
        string Path,
        string Stage,
        Names? StageNames,
        string? Target,
        string? Recipient,
        DeliveryState State,
        int Attempts,
        DateTimeOffset DueAt,
        DateTimeOffset? NextAt,
        DeliveryProblem? Problem,
        string? LastError);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/processes/deliveries", HandleAsync)
        .RequirePermission(ProcessesPermissions.Settings)
        .WithName("ListProcessDeliveries")
        .WithTags("processes")
        .WithSummary("Webhooks and mails of entry actions, newest first.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        ProcessesDb db,
        IKnowProcesses processes,
        IKnowPeople people,
        CancellationToken stop,
        [StringLength(20)] string? state = null,
        [StringLength(20)] string? kind = null,
        [StringLength(400)] string? after = null,
        [Range(1, 200)] int take = 50)
    {
        var deliveries = db.Deliveries.AsNoTracking();
        var (ofState, ofKind) = (Read<DeliveryState>(state), Read<DeliveryKind>(kind));
        deliveries = ofState is null ? deliveries : deliveries.Where(d => d.State == ofState);
        deliveries = ofKind is null ? deliveries : deliveries.Where(d => d.Kind == ofKind);
        var rows = await After(deliveries, after).OrderByDescending(d => d.DueAt).ThenByDescending(d => d.Id).Take(take + 1).ToListAsync(stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new Page<Row>(
            page.ConvertAll(d => Of(d, processes, people)),
            rows.Count > take ? Cursor.Write(page[^1].DueAt.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Id.ToString()) : null,
            null));
    }

    private static TEnum? Read<TEnum>(string? text)
        where TEnum : struct, Enum
        => text is null ? null : Enum.TryParse<TEnum>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : throw new Refusal("request.invalid", RefusalKind.Invalid);

    private static Row Of(Delivery d, IKnowProcesses processes, IKnowPeople people) => new(
        d.Id,
        d.Kind,
        d.Document,
        d.DocumentId,
        d.Number,
        d.Path,
        d.Stage,
        d.Stage.Length == 0 ? null : processes.FindStage(d.Document, d.Unit, d.Stage)?.Names,
        d.Kind == DeliveryKind.Webhook ? d.Target : null,
        d.Recipient is { } to ? people.Find(to)?.DisplayName : null,
        d.State,
        d.Attempts,
        d.DueAt,
        d.State == DeliveryState.Waiting ? d.NextAt : null,
        d.Problem,
        d.LastError);

    private static IQueryable<Delivery> After(IQueryable<Delivery> deliveries, string? cursor)
    {
        if (Cursor.Read(cursor, 2) is not [var ticks, var key])
        {
            return deliveries;
        }

        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position > DateTime.MaxValue.Ticks
            || !Guid.TryParse(key, out var id))
        {
            throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
        }

        var at = new DateTimeOffset(position, TimeSpan.Zero);
        return deliveries.Where(d => d.DueAt < at || (d.DueAt == at && d.Id < id));
    }
}

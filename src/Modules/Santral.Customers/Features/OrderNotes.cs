using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Orders taken at the desk, newest first: of a customer or of a request.</summary>
public static class FindOrderNotes
{
    public sealed record Row(
        OrderNoteId Id,
        string Number,
        CustomerId CustomerId,
        string CustomerName,
        RequestId? RequestId,
        CallId? CallId,
        string? Note,
        IReadOnlyList<Line> Lines,
        Money Total,
        string? TakenBy,
        DateTimeOffset TakenAt,
        DateTimeOffset? CancelledAt,
        int Version);

    public sealed record Line(string Product, int Quantity, Money UnitPrice, Money Total);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/order-notes", HandleAsync)
        .RequirePermission(CustomersPermissions.Sales)
        .WithName("FindOrderNotes")
        .WithTags("customers")
        .WithSummary("Orders taken at the desk, newest first.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        CustomersDb db,
        IKnowPeople people,
        IGuardAccounts guard,
        CancellationToken stop,
        CustomerId? customer = null,
        RequestId? request = null,
        [StringLength(400)] string? after = null,
        [Range(1, 100)] int take = 50)
    {
        var found = db.OrderNotes.AsNoTracking().Where(o => (customer == null || o.CustomerId == customer) && (request == null || o.RequestId == request));
        if (customer is { } one && await db.Customers.AsNoTracking().SingleOrDefaultAsync(c => c.Id == one, stop) is { } named)
        {
            guard.OrRefuse(one, named.Kind, AccountOperations.Orders);
        }
        else if (guard.Withheld(AccountOperations.Orders) is { } withheld)
        {
            found = found.Where(o => o.CustomerId == withheld.Except || db.Customers.Any(c => c.Id == o.CustomerId && c.Kind != CustomerKind.Corporate));
        }

        if (Cursor.Read(after, 2) is [var ticks, var number])
        {
            var at = FindOpportunities.Place(ticks);
#pragma warning disable CA1309 // The database compares, in the order it sorts by.
            found = found.Where(o => o.TakenAt < at || (o.TakenAt == at && string.Compare(o.Number, number) < 0));
#pragma warning restore CA1309
        }

        var rows = await found.OrderByDescending(o => o.TakenAt).ThenByDescending(o => o.Number).Take(take + 1).Include(o => o.Lines).ToListAsync(stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new Page<Row>(
            await RowsAsync(page, db, people, stop),
            rows.Count > take ? Cursor.Write(page[^1].TakenAt.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Number!) : null,
            null));
    }

    internal static async Task<IReadOnlyList<Row>> RowsAsync(IReadOnlyList<OrderNote> page, CustomersDb db, IKnowPeople people, CancellationToken stop)
    {
        var ids = page.Select(o => o.CustomerId).Distinct().ToList();
        var names = await db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, stop);
        return [.. page.Select(o => new Row(
            o.Id, o.Number!, o.CustomerId, names[o.CustomerId], o.RequestId, o.CallId, o.Note,
            [.. o.Lines.OrderBy(l => l.Place).Select(l => new Line(l.Product, l.Quantity, l.UnitPrice, l.Total))],
            o.Total, o.TakenBy is { } by ? people.Find(by)?.DisplayName : null, o.TakenAt, o.CancelledAt, o.Version))];
    }

    internal static async Task<OrderNote> LoadAsync(CustomersDb db, OrderNoteId id, CancellationToken stop)
        => await db.OrderNotes.Include(o => o.Lines).SingleOrDefaultAsync(o => o.Id == id, stop) ?? throw new Refusal("customers.order_unknown", RefusalKind.Unknown);
}

/// <summary>Takes an order down, linked to the call and the request it was given in (P-03).</summary>
public static class TakeOrder
{
    public sealed record Request(
        CustomerId CustomerId, RequestId? RequestId, CallId? CallId, [StringLength(4000)] string? Note, IReadOnlyList<Line> Lines);

    public sealed record Line([StringLength(200, MinimumLength = 1)] string Product, [Range(1, 100_000)] int Quantity, Amount UnitPrice);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/order-notes", HandleAsync)
        .RequirePermission(CustomersPermissions.Sales)
        .WithName("TakeOrder")
        .WithTags("customers")
        .WithSummary("Takes an order down.");

    internal static async Task<Created<FindOrderNotes.Row>> HandleAsync(
        Request request, SaleSources sources, Once once, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(c => c.Id == request.CustomerId, stop)
            ?? throw new Refusal("customers.customer_unknown", RefusalKind.Invalid);
        customer.RefuseErased();
        guard.OrRefuse(customer.Id, customer.Kind, AccountOperations.TakeOrder, DisclosureWay.Done);
        var source = await sources.ReadAsync(request.RequestId, request.CallId, stop);
        var (made, _) = await once.MakeAsync(new { Order = request }, Add, stop);
        var taken = await FindOrderNotes.LoadAsync(db, new OrderNoteId(made), stop);
        return TypedResults.Created($"/api/order-notes/{taken.Id}", (await FindOrderNotes.RowsAsync([taken], db, people, stop))[0]);

        Task<Guid> Add()
        {
            var order = OrderNote.Take(
                Id.New<OrderNoteId>(clock), customer.Id, NoteOf(request.Note), LinesOf(request.Lines), source, user.Id, clock.GetUtcNow());
            db.OrderNotes.Add(order);
            return Task.FromResult(order.Id.Value);
        }
    }

    internal static string? NoteOf(string? note) => Typed.Lines(note) is { Length: > 0 } written ? written : null;

    internal static List<OrderEntry> LinesOf(IReadOnlyList<Line>? lines)
        => [.. ReadCustomerRequest.Entries(lines).Select(l => new OrderEntry(
            Typed.Line(l.Product) ?? throw new Refusal("customers.product_needed", RefusalKind.Invalid), l.Quantity, l.UnitPrice.Read()))];
}

/// <summary>Changes an order while it is only a note, or takes it back.</summary>
public static class ChangeOrder
{
    public sealed record Request(int Version, [StringLength(4000)] string? Note, IReadOnlyList<TakeOrder.Line> Lines);

    public sealed record Cancelling(int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/order-notes/{id}", ChangeAsync)
            .RequirePermission(CustomersPermissions.Sales)
            .WithName("ChangeOrder")
            .WithTags("customers")
            .WithSummary("Changes an order note.");
        routes.MapPost("/order-notes/{id}/cancel", CancelAsync)
            .RequirePermission(CustomersPermissions.Sales)
            .WithName("CancelOrder")
            .WithTags("customers")
            .WithSummary("Takes an order back; its number stays taken.");
    }

    internal static Task<Results<Ok<FindOrderNotes.Row>, ProblemHttpResult>> ChangeAsync(
        OrderNoteId id, Request request, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => SaveAsync(
            id, request.Version, order => order.Change(TakeOrder.NoteOf(request.Note), TakeOrder.LinesOf(request.Lines), clock.GetUtcNow()), db, guard, people, texts, user, stop);

    internal static Task<Results<Ok<FindOrderNotes.Row>, ProblemHttpResult>> CancelAsync(
        OrderNoteId id, Cancelling request, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
        => SaveAsync(id, request.Version, order => order.Cancel(clock.GetUtcNow()), db, guard, people, texts, user, stop);

    private static async Task<Results<Ok<FindOrderNotes.Row>, ProblemHttpResult>> SaveAsync(
        OrderNoteId id, int version, Action<OrderNote> change, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var order = await FindOrderNotes.LoadAsync(db, id, stop);
        await guard.OrRefuseAsync(db, order.CustomerId, AccountOperations.TakeOrder, DisclosureWay.Done, stop);
        if (order.Version != version)
        {
            return StaleSave.Problem(texts, user, (await FindOrderNotes.RowsAsync([order], db, people, stop))[0]);
        }

        change(order);
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok((await FindOrderNotes.RowsAsync([order], db, people, stop))[0]);
    }
}

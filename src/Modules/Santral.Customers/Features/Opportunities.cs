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

/// <summary>Chances of a sale, newest first: of a customer, of a request, of a stage.</summary>
public static class FindOpportunities
{
    public sealed record Row(
        OpportunityId Id,
        string Number,
        CustomerId CustomerId,
        string CustomerName,
        RequestId? RequestId,
        CallId? CallId,
        bool IsSuggested,
        string Subject,
        string? Note,
        OpportunityStage Stage,
        Money? Amount,
        string? OpenedBy,
        DateTimeOffset OpenedAt,
        DateTimeOffset? DecidedAt,
        int Version);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/opportunities", HandleAsync)
        .RequirePermission(CustomersPermissions.Sales)
        .WithName("FindOpportunities")
        .WithTags("customers")
        .WithSummary("Opportunities, newest first.");

    internal static async Task<Ok<Page<Row>>> HandleAsync(
        CustomersDb db,
        IKnowPeople people,
        IGuardAccounts guard,
        CancellationToken stop,
        CustomerId? customer = null,
        RequestId? request = null,
        OpportunityStage? stage = null,
        [StringLength(400)] string? after = null,
        [Range(1, 100)] int take = 50)
    {
        var found = db.Opportunities.AsNoTracking().Where(o =>
            (customer == null || o.CustomerId == customer) && (request == null || o.RequestId == request) && (stage == null || o.Stage == stage));
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
            var at = Place(ticks);
#pragma warning disable CA1309 // The database compares, in the order it sorts by.
            found = found.Where(o => o.OpenedAt < at || (o.OpenedAt == at && string.Compare(o.Number, number) < 0));
#pragma warning restore CA1309
        }

        var rows = await found.OrderByDescending(o => o.OpenedAt).ThenByDescending(o => o.Number).Take(take + 1).ToListAsync(stop);
        var page = rows.Take(take).ToList();
        return TypedResults.Ok(new Page<Row>(
            await RowsAsync(page, db, people, stop),
            rows.Count > take ? Cursor.Write(page[^1].OpenedAt.UtcTicks.ToString(CultureInfo.InvariantCulture), page[^1].Number!) : null,
            null));
    }

    internal static async Task<IReadOnlyList<Row>> RowsAsync(IReadOnlyList<Opportunity> page, CustomersDb db, IKnowPeople people, CancellationToken stop)
    {
        var ids = page.Select(o => o.CustomerId).Distinct().ToList();
        var names = await db.Customers.AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }).ToDictionaryAsync(c => c.Id, c => c.Name, stop);
        return [.. page.Select(o => new Row(
            o.Id, o.Number!, o.CustomerId, names[o.CustomerId], o.RequestId, o.CallId, o.RuleId is not null, o.Subject, o.Note, o.Stage, o.Amount,
            o.OpenedBy is { } by ? people.Find(by)?.DisplayName : null, o.OpenedAt, o.DecidedAt, o.Version))];
    }

    internal static DateTimeOffset Place(string ticks)
        => long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at <= DateTime.MaxValue.Ticks
            ? new DateTimeOffset(at, TimeSpan.Zero)
            : throw new Refusal("request.cursor_invalid", RefusalKind.Invalid);
}

/// <summary>Notes a chance of a sale, linked to the call and the request it came up in (P-02).</summary>
public static class OpenOpportunity
{
    public sealed record Request(
        CustomerId CustomerId,
        RequestId? RequestId,
        CallId? CallId,
        [StringLength(200, MinimumLength = 1)] string Subject,
        [StringLength(4000)] string? Note,
        Amount? Amount);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/opportunities", HandleAsync)
        .RequirePermission(CustomersPermissions.Sales)
        .WithName("OpenOpportunity")
        .WithTags("customers")
        .WithSummary("Notes an opportunity.");

    internal static async Task<Created<FindOpportunities.Row>> HandleAsync(
        Request request, SaleSources sources, Once once, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.Customers.SingleOrDefaultAsync(c => c.Id == request.CustomerId, stop)
            ?? throw new Refusal("customers.customer_unknown", RefusalKind.Invalid);
        customer.RefuseErased();
        guard.OrRefuse(customer.Id, customer.Kind, AccountOperations.TakeOrder, DisclosureWay.Done);
        var source = await sources.ReadAsync(request.RequestId, request.CallId, stop);
        var chance = Chances.Read(request.Subject, request.Note, request.Amount);
        var (made, _) = await once.MakeAsync(new { Opportunity = request }, Add, stop);
        var opened = await db.Opportunities.AsNoTracking().SingleAsync(o => o.Id == new OpportunityId(made), stop);
        return TypedResults.Created($"/api/opportunities/{opened.Id}", (await FindOpportunities.RowsAsync([opened], db, people, stop))[0]);

        Task<Guid> Add()
        {
            var opening = Opportunity.Open(Id.New<OpportunityId>(clock), customer.Id, chance, source, null, user.Id, clock.GetUtcNow());
            db.Opportunities.Add(opening);
            return Task.FromResult(opening.Id.Value);
        }
    }
}

/// <summary>Writes an opportunity anew: its words, its amount, whether it was won or lost.</summary>
public static class ChangeOpportunity
{
    public sealed record Request(
        int Version, OpportunityStage Stage, [StringLength(200, MinimumLength = 1)] string Subject, [StringLength(4000)] string? Note, Amount? Amount);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPut("/opportunities/{id}", HandleAsync)
        .RequirePermission(CustomersPermissions.Sales)
        .WithName("ChangeOpportunity")
        .WithTags("customers")
        .WithSummary("Changes an opportunity or decides it.");

    internal static async Task<Results<Ok<FindOpportunities.Row>, ProblemHttpResult>> HandleAsync(
        OpportunityId id, Request request, CustomersDb db, IGuardAccounts guard, IKnowPeople people, ITexts texts, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var opportunity = await db.Opportunities.SingleOrDefaultAsync(o => o.Id == id, stop)
            ?? throw new Refusal("customers.opportunity_unknown", RefusalKind.Unknown);
        await guard.OrRefuseAsync(db, opportunity.CustomerId, AccountOperations.TakeOrder, DisclosureWay.Done, stop);
        if (opportunity.Version != request.Version)
        {
            return StaleSave.Problem(texts, user, (await FindOpportunities.RowsAsync([opportunity], db, people, stop))[0]);
        }

        opportunity.Change(Chances.Read(request.Subject, request.Note, request.Amount), request.Stage, clock.GetUtcNow());
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok((await FindOpportunities.RowsAsync([opportunity], db, people, stop))[0]);
    }
}

/// <summary>What was typed of a chance, read.</summary>
internal static class Chances
{
    public static Chance Read(string subject, string? note, Amount? amount) => new(
        Typed.Line(subject) ?? throw new Refusal("customers.subject_needed", RefusalKind.Invalid),
        Typed.Lines(note) is { Length: > 0 } written ? written : null,
        amount?.Read());
}

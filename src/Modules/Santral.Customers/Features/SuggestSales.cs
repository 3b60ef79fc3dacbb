using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>What could be offered to a customer, from what he has; one click makes an opportunity of it (P-06).</summary>
public static class SuggestSales
{
    // Who said no is not asked at each call; who said yes has it soon.
    private static readonly TimeSpan Rest = TimeSpan.FromDays(90);

    /// <param name="Because">Number of the subscription that makes it fit.</param>
    public sealed record Row(CrossSellRuleId RuleId, Names Offer, Money? Amount, string Because, string BecausePlan);

    public sealed record Request(RequestId? RequestId, CallId? CallId);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/customers/{id}/suggestions", ListAsync)
            .RequirePermission(CustomersPermissions.Sales)
            .WithName("SuggestSales")
            .WithTags("customers")
            .WithSummary("What could be offered to the customer.");
        routes.MapPost("/customers/{id}/suggestions/{rule}", TakeAsync)
            .RequirePermission(CustomersPermissions.Sales)
            .WithName("TakeSuggestion")
            .WithTags("customers")
            .WithSummary("Makes an opportunity of a suggestion; twice is one.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(
        CustomerId id, CustomersDb db, IGuardAccounts guard, IKnowDefinitions definitions, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        guard.OrRefuse(id, customer.Kind, AccountOperations.Subscriptions);
        if (customer.ErasedAt is not null)
        {
            return TypedResults.Ok<IReadOnlyList<Row>>([]);
        }

        var since = clock.GetUtcNow() - Rest;
        var offered = await db.Opportunities.AsNoTracking()
            .Where(o => o.CustomerId == id && o.RuleId != null && (o.Stage == OpportunityStage.Open || o.OpenedAt >= since))
            .Select(o => o.RuleId).ToListAsync(stop);
        var owned = await OwnedAsync(id, db, definitions, stop);
        var rules = await db.CrossSellRules.AsNoTracking().Where(r => r.IsActive).OrderBy(r => r.Id).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Row>>([..
            from rule in rules
            where !offered.Contains(rule.Id)
            let fit = rule.FitOf(owned)
            where fit is not null
            select new Row(rule.Id, rule.Offer, rule.Amount, fit.Number, fit.Plans[0])]);
    }

    internal static async Task<Ok<FindOpportunities.Row>> TakeAsync(
        CustomerId id, CrossSellRuleId rule, Request request, SaleSources sources, CustomersDb db,
        IGuardAccounts guard, IKnowPeople people, ICurrentUser user, TimeProvider clock, CancellationToken stop)
    {
        var customer = await db.OrRefuseAsync(id, stop);
        customer.RefuseErased();
        guard.OrRefuse(id, customer.Kind, AccountOperations.TakeOrder, DisclosureWay.Done);
        var taken = await db.CrossSellRules.AsNoTracking().SingleOrDefaultAsync(r => r.Id == rule, stop)
            ?? throw new Refusal("customers.rule_unknown", RefusalKind.Unknown);
        var source = await sources.ReadAsync(request.RequestId, request.CallId, stop);
        var open = await db.Opportunities.FirstOrDefaultAsync(o => o.CustomerId == id && o.RuleId == rule && o.Stage == OpportunityStage.Open, stop);
        if (open is null)
        {
            var chance = new Chance(taken.Offer.In(customer.Language), null, taken.Amount);
            open = Opportunity.Open(Id.New<OpportunityId>(clock), id, chance, source, rule, user.Id, clock.GetUtcNow());
            db.Opportunities.Add(open);
            await db.SaveChangesAsync(stop);
        }

        return TypedResults.Ok((await FindOpportunities.RowsAsync([open], db, people, stop))[0]);
    }

    /// <summary>What has not ended; a suspended line is still a line.</summary>
    private static async Task<List<OwnedPlan>> OwnedAsync(CustomerId id, CustomersDb db, IKnowDefinitions definitions, CancellationToken stop)
    {
        var running = await db.Subscriptions.AsNoTracking().Where(s => s.CustomerId == id && s.Status != SubscriptionStatus.Ended)
            .OrderBy(s => s.NumberOrder).Include(s => s.Lines).ToListAsync(stop);
        return [.. running.Select(s => new OwnedPlan(
            s.Number!,
            s.Unit,
            s.CategoryId is { } category ? definitions.PathOf(category).Select(d => d.Id).ToHashSet() : new HashSet<DefinitionId>(),
            [s.Subject, .. s.Lines.OrderBy(l => l.Order).Select(l => l.Name)]))];
    }
}

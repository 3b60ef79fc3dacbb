using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Identity;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>The rules that suggest one thing to who has another (P-06).</summary>
public static class CrossSellRules
{
    private const int Most = 200;

    public sealed record Request(
        [StringLength(40)] string? Unit,
        DefinitionId? HasCategoryId,
        [StringLength(100)] string? HasPlan,
        DefinitionId? LacksCategoryId,
        [StringLength(100)] string? LacksPlan,
        OfferText Offer,
        Amount? Amount,
        bool IsActive = true,
        int Version = 0);

    /// <summary>What the agent reads out.</summary>
    public sealed record OfferText(
        [StringLength(200, MinimumLength = 1)] string Tr, [StringLength(200, MinimumLength = 1)] string Sv, [StringLength(200, MinimumLength = 1)] string En);

    public sealed record Row(
        CrossSellRuleId Id,
        string? Unit,
        DefinitionName? HasCategory,
        string? HasPlan,
        DefinitionName? LacksCategory,
        string? LacksPlan,
        Names Offer,
        Money? Amount,
        bool IsActive,
        int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cross-sell-rules", ListAsync)
            .RequirePermission(CustomersPermissions.Sales)
            .WithName("ListCrossSellRules")
            .WithTags("customers")
            .WithSummary("All rules that suggest sales.");
        routes.MapPost("/cross-sell-rules", AddAsync)
            .RequirePermission(CustomersPermissions.Settings)
            .WithName("AddCrossSellRule")
            .WithTags("customers")
            .WithSummary("Adds a rule.");
        routes.MapPut("/cross-sell-rules/{id}", ChangeAsync)
            .RequirePermission(CustomersPermissions.Settings)
            .WithName("ChangeCrossSellRule")
            .WithTags("customers")
            .WithSummary("Changes a rule.");
        routes.MapDelete("/cross-sell-rules/{id}", RemoveAsync)
            .RequirePermission(CustomersPermissions.Settings)
            .WithName("RemoveCrossSellRule")
            .WithTags("customers")
            .WithSummary("Takes a rule away; opportunities that came from it stay.");
    }

    internal static async Task<Ok<IReadOnlyList<Row>>> ListAsync(CustomersDb db, CustomerSight sight, CancellationToken stop)
        => TypedResults.Ok<IReadOnlyList<Row>>([.. (await db.CrossSellRules.AsNoTracking().OrderBy(r => r.Id).Take(Most).ToListAsync(stop)).Select(r => Of(r, sight))]);

    internal static async Task<Created<Row>> AddAsync(
        Request request, Once once, CustomersDb db, CustomerSight sight, IKnowDefinitions definitions, IOrganisation organisation, TimeProvider clock, CancellationToken stop)
    {
        if (await db.CrossSellRules.CountAsync(stop) >= Most)
        {
            throw new Refusal("customers.too_many_entries", RefusalKind.Invalid);
        }

        var terms = Read(request, definitions, organisation, null);
        var (made, _) = await once.MakeAsync(new { Rule = request }, Add, stop);
        var added = await db.CrossSellRules.AsNoTracking().SingleAsync(r => r.Id == new CrossSellRuleId(made), stop);
        return TypedResults.Created($"/api/cross-sell-rules/{added.Id}", Of(added, sight));

        Task<Guid> Add()
        {
            var rule = CrossSellRule.Make(Id.New<CrossSellRuleId>(clock), terms);
            db.CrossSellRules.Add(rule);
            return Task.FromResult(rule.Id.Value);
        }
    }

    internal static async Task<Results<Ok<Row>, ProblemHttpResult>> ChangeAsync(
        CrossSellRuleId id, Request request, CustomersDb db, CustomerSight sight, IKnowDefinitions definitions, IOrganisation organisation,
        ITexts texts, ICurrentUser user, CancellationToken stop)
    {
        var rule = await LoadAsync(db, id, stop);
        if (rule.Version != request.Version)
        {
            return StaleSave.Problem(texts, user, Of(rule, sight));
        }

        rule.Change(Read(request, definitions, organisation, rule));
        await db.SaveChangesAsync(stop);
        return TypedResults.Ok(Of(rule, sight));
    }

    internal static async Task<NoContent> RemoveAsync(CrossSellRuleId id, CustomersDb db, CancellationToken stop)
    {
        db.CrossSellRules.Remove(await LoadAsync(db, id, stop));
        await db.SaveChangesAsync(stop);
        return TypedResults.NoContent();
    }

    private static async Task<CrossSellRule> LoadAsync(CustomersDb db, CrossSellRuleId id, CancellationToken stop)
        => await db.CrossSellRules.SingleOrDefaultAsync(r => r.Id == id, stop) ?? throw new Refusal("customers.rule_unknown", RefusalKind.Unknown);

    private static RuleTerms Read(Request request, IKnowDefinitions definitions, IOrganisation organisation, CrossSellRule? stored)
    {
        if (request.Unit is { } unit && organisation.Find(unit) is null)
        {
            throw new Refusal("customers.unit_unknown", RefusalKind.Invalid, ("unit", unit));
        }

        return new RuleTerms(
            request.Unit,
            definitions.ChooseOrRefuse(request.HasCategoryId, DefinitionTables.SubscriptionCategories, request.Unit, stored?.HasCategoryId)?.Id,
            Typed.Line(request.HasPlan),
            definitions.ChooseOrRefuse(request.LacksCategoryId, DefinitionTables.SubscriptionCategories, request.Unit, stored?.LacksCategoryId)?.Id,
            Typed.Line(request.LacksPlan),
            new Names(Text(request.Offer.Tr), Text(request.Offer.Sv), Text(request.Offer.En)),
            request.Amount?.Read(),
            request.IsActive);
    }

    private static string Text(string text) => Typed.Line(text) ?? throw new Refusal("customers.offer_needed", RefusalKind.Invalid);

    private static Row Of(CrossSellRule rule, CustomerSight sight) => new(
        rule.Id, rule.Unit, sight.Named(rule.HasCategoryId), rule.HasPlan, sight.Named(rule.LacksCategoryId), rule.LacksPlan, rule.Offer, rule.Amount, rule.IsActive, rule.Version);
}

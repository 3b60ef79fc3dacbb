using Santral.Contracts.Customers;
using Santral.Contracts.Definitions;
using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>What must hold of a subscription, and what a rule suggests from it.</summary>
public sealed class SubscriptionTests
{
    private static readonly DateOnly Start = new(2026, 1, 1);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void It_is_suspended_resumed_and_ended_with_days_and_stays_ended()
    {
        var subscription = Open();

        Move(subscription, SubscriptionStatus.Suspended, 10);
        Move(subscription, SubscriptionStatus.Active, 20);
        Move(subscription, SubscriptionStatus.Ended, 30);

        subscription.Moves.Select(m => m.Status).ShouldBe([SubscriptionStatus.Active, SubscriptionStatus.Suspended, SubscriptionStatus.Active, SubscriptionStatus.Ended]);
        subscription.EndsOn.ShouldBe(Start.AddDays(30));
        RefusalOf(() => Move(subscription, SubscriptionStatus.Active, 40)).ShouldBe("customers.subscription_status_kept");
    }

    [Fact]
    public void A_status_cannot_begin_before_the_one_before_it()
        => RefusalOf(() => Move(Open(), SubscriptionStatus.Suspended, -1)).ShouldBe("customers.subscription_date_before");

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var subscription = Open();
        RefusalOf(() => subscription.Change(Terms() with { EndsOn = Start.AddDays(-1) }, _clock.GetUtcNow())).ShouldBe("customers.subscription_ends_before_start");
        RefusalOf(() => subscription.Change(Terms() with { CustomerId = Id.New<CustomerId>(_clock) }, _clock.GetUtcNow())).ShouldBe("customers.subscription_customer_fixed");
        RefusalOf(() => subscription.Change(Terms() with { Lines = [Line(1, "TRY"), Line(1, "SEK")] }, _clock.GetUtcNow())).ShouldBe("customers.one_currency");
        RefusalOf(() => subscription.Change(Terms() with { Lines = [Line(-1, "TRY")] }, _clock.GetUtcNow())).ShouldBe("customers.price_negative");
        RefusalOf(() => subscription.Change(Terms() with { Lines = [Line(1, "TRY") with { Id = Guid.Empty }] }, _clock.GetUtcNow())).ShouldBe("customers.subscription_line_unknown");
    }

    [Fact]
    public void A_rule_fits_who_has_one_thing_and_lacks_the_other()
    {
        var (internet, phone) = (DefinitionId.From(Guid.CreateVersion7(_clock.GetUtcNow())), DefinitionId.From(Guid.CreateVersion7(_clock.GetUtcNow())));
        var fiber = new OwnedPlan("AB-26-0001", "internet", new HashSet<DefinitionId> { internet }, ["FİBER 100 Ev"]);
        var line = new OwnedPlan("AB-26-0002", "internet", new HashSet<DefinitionId> { phone }, ["Sabit hat"]);

        var aside = Rule(internet, null, phone, null);
        aside.FitOf([fiber])!.Number.ShouldBe("AB-26-0001");
        aside.FitOf([fiber, line]).ShouldBeNull();
        aside.FitOf([line]).ShouldBeNull();

        var up = Rule(internet, "fiber 100", null, "fiber 500");
        up.FitOf([fiber]).ShouldNotBeNull();
        up.FitOf([fiber, fiber with { Plans = ["Fiber 500"] }]).ShouldBeNull();

        CrossSellRule.Make(Id.New<CrossSellRuleId>(_clock), new RuleTerms("municipal", internet, null, phone, null, Offer, null, true)).FitOf([fiber]).ShouldBeNull();
        RefusalOf(() => Rule(internet, null, null, null)).ShouldBe("customers.rule_condition_needed");
    }

    private static readonly Names Offer = new("a", "b", "c");

    [Theory]
    [InlineData("Fiber 100 Kurumsal", true)]
    [InlineData("FİBER 100", true)]
    [InlineData("Fiber 1000 Kurumsal", false)]
    [InlineData("Optofiber 100", false)]
    [Requirement("P-06")]
    public void A_plan_is_known_by_whole_words_and_numbers(string plan, bool fits)
    {
        var rule = Rule(null, "Fiber 100", null, "Fiber 500");

        (rule.FitOf([new OwnedPlan("AB-26-0009", "internet", new HashSet<DefinitionId>(), [plan])]) is not null).ShouldBe(fits);
    }

    private CrossSellRule Rule(DefinitionId? has, string? hasPlan, DefinitionId? lacks, string? lacksPlan)
        => CrossSellRule.Make(Id.New<CrossSellRuleId>(_clock), new RuleTerms(null, has, hasPlan, lacks, lacksPlan, Offer, null, true));

    private Subscription Open() => Subscription.Open(Id.New<SubscriptionId>(_clock), "internet", "AB", Terms(), null, _clock.GetUtcNow());

    private void Move(Subscription subscription, SubscriptionStatus status, int day) => subscription.MoveTo(status, Start.AddDays(day), null, null, _clock.GetUtcNow());

    private static readonly CustomerId Owner = CustomerId.From(new Guid("0198e000-0000-7000-8000-000000000001"));

    private static PlanEntry Line(long minor, string currency) => new(null, "Fiber", new Money(minor, currency));

    private static SubscriptionTerms Terms() => new(
        Owner, null, Owner, "Fiber", null, null, null, Start, null, new PostalAddress(null, null, null, null, null, null), [Line(100, "TRY")]);

    private static string RefusalOf(Action act) => Should.Throw<Refusal>(act).Code;
}

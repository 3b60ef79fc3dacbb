using Santral.Contracts.Customers;
using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>Who calls, by number alone: individuals, and only when there is exactly one (I-02, I-03).</summary>
public sealed class CallerRuleTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    [Requirement("I-02")]
    public void The_only_individual_with_the_number_is_known()
    {
        var elif = Owner(CustomerKind.Individual);

        var caller = CallerRule.Identify([elif]);

        caller.Class.ShouldBe(CallerClass.KnownIndividual);
        caller.Customer.ShouldBe(elif.Customer);
        caller.Candidates.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("I-02")]
    public void One_individual_with_the_number_stored_twice_is_still_one()
    {
        var elif = Owner(CustomerKind.Individual);

        CallerRule.Identify([elif, elif]).Class.ShouldBe(CallerClass.KnownIndividual);
    }

    [Fact]
    [Requirement("I-03")]
    public void Two_individuals_with_one_number_are_hints_only()
    {
        var caller = CallerRule.Identify([Owner(CustomerKind.Individual), Owner(CustomerKind.Individual)]);

        caller.Class.ShouldBe(CallerClass.Unidentified);
        caller.Customer.ShouldBeNull();
        caller.Candidates.Count.ShouldBe(2);
    }

    [Theory]
    [Requirement("I-03")]
    [InlineData(true)]
    [InlineData(false)]
    public void A_corporate_number_never_identifies(bool isContact)
    {
        var soft = Owner(CustomerKind.Corporate, isContact);

        CallerRule.Identify([soft]).Class.ShouldBe(CallerClass.Unidentified);
        CallerRule.Identify([soft, Owner(CustomerKind.Individual)]).Class.ShouldBe(CallerClass.Unidentified);
        CallerRule.Identify([soft]).Candidates.ShouldBe([soft.Customer]);
    }

    [Fact]
    [Requirement("I-03")]
    public void A_prospect_is_not_identified_and_hides_no_customer()
    {
        var prospect = Owner(CustomerKind.Prospect);

        CallerRule.Identify([prospect]).Class.ShouldBe(CallerClass.Unidentified);
        CallerRule.Identify([prospect, Owner(CustomerKind.Individual)]).Class.ShouldBe(CallerClass.KnownIndividual);
    }

    [Fact]
    [Requirement("I-03")]
    public void Nobody_with_the_number_is_nobody()
    {
        var caller = CallerRule.Identify([]);

        caller.Class.ShouldBe(CallerClass.Unidentified);
        caller.Candidates.ShouldBeEmpty();
    }

    private NumberOwner Owner(CustomerKind kind, bool isContact = false)
        => new(new CustomerSummary(Id.New<CustomerId>(_clock), "1", "Somebody", kind, "tr"), isContact);
}

using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Customers;

namespace Santral.ModuleTests.Customers;

/// <summary>Who calls, by number, in the demo's data (I-02, I-03).</summary>
[Collection(CustomersCollection.Name)]
public sealed class IdentifyCallerTests(Installation installation)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IIdentifyCaller Callers => installation.Services.GetRequiredService<IIdentifyCaller>();

    [Theory]
    [Requirement("I-02")]
    [InlineData("+905321112233")]
    [InlineData("0532 111 22 33")]
    [InlineData("905321112233")]
    [InlineData("+90 (532) 111-22-33")]
    public async Task The_known_individual_is_identified_in_any_writing(string typed)
    {
        PhoneNumber.TryRead(typed, "TR", out var number).ShouldBeTrue();

        var caller = await Callers.IdentifyAsync(number, Stop);

        caller.Class.ShouldBe(CallerClass.KnownIndividual);
        caller.Customer!.Name.ShouldBe("Elif Yılmaz");
        caller.Candidates.ShouldBeEmpty();
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_number_two_individuals_share_is_unidentified_with_both_as_hints()
    {
        var caller = await Callers.IdentifyAsync(PhoneNumber.Parse("+905320000001", null), Stop);

        caller.Class.ShouldBe(CallerClass.Unidentified);
        caller.Customer.ShouldBeNull();
        caller.Candidates.Select(c => c.Name).Order().ShouldBe(["Ayşe Işık", "Mehmet Işık"]);
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_corporate_contacts_number_is_unidentified_with_the_account_as_hint()
    {
        var caller = await Callers.IdentifyAsync(PhoneNumber.Parse("+902123334455", null), Stop);

        caller.Class.ShouldBe(CallerClass.Unidentified);
        var hint = caller.Candidates.ShouldHaveSingleItem();
        (hint.Number, hint.Name, hint.Kind, hint.ContactName).ShouldBe(("100200", "Soft Ltd. Şti.", CustomerKind.Corporate, "Selin Kaya"));
    }

    [Fact]
    [Requirement("I-03")]
    public async Task A_withheld_or_foreign_number_and_a_prospects_number_are_unidentified()
    {
        (await Callers.IdentifyAsync(null, Stop)).Class.ShouldBe(CallerClass.Unidentified);
        (await Callers.IdentifyAsync(PhoneNumber.Parse("+905329999999", null), Stop)).Class.ShouldBe(CallerClass.Unidentified);
        (await Callers.IdentifyAsync(PhoneNumber.Parse("+905445550171", null), Stop)).Class.ShouldBe(CallerClass.Unidentified);
    }
}

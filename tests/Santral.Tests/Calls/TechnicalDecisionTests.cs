using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Tests.Calls;

/// <summary>Every row of the decision table of Technical Support (I-22, I-23).</summary>
public sealed class TechnicalDecisionTests
{
    [Theory]
    [Requirement("I-22")]
    [Requirement("I-23")]
    [InlineData(CustomerKind.Individual, false, FaultKind.Software, true, TechnicalNext.InformAndClose)]
    [InlineData(CustomerKind.Individual, false, FaultKind.Software, false, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Individual, false, FaultKind.Software, null, TechnicalNext.Find)]
    [InlineData(CustomerKind.Individual, false, FaultKind.Hardware, null, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Individual, false, FaultKind.Hardware, true, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Individual, false, null, null, TechnicalNext.Find)]
    [InlineData(CustomerKind.Corporate, true, FaultKind.Software, null, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Corporate, true, FaultKind.Software, true, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Corporate, true, FaultKind.Hardware, null, TechnicalNext.AdvancedSupport)]
    [InlineData(CustomerKind.Corporate, true, null, null, TechnicalNext.Find)]
    [InlineData(CustomerKind.Corporate, false, FaultKind.Software, null, TechnicalNext.VerifyFirst)]
    [InlineData(CustomerKind.Corporate, false, FaultKind.Hardware, null, TechnicalNext.VerifyFirst)]
    [InlineData(CustomerKind.Corporate, false, null, null, TechnicalNext.VerifyFirst)]
    public void Gives_its_result(CustomerKind customer, bool isVerified, FaultKind? fault, bool? solved, TechnicalNext next)
        => TechnicalDecision.Of(customer, isVerified, fault, solved).ShouldBe(next);
}

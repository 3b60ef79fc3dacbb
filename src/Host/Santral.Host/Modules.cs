using Santral.Billing;
using Santral.Calls;
using Santral.Customers;
using Santral.Identity;
using Santral.Ivr;
using Santral.Queues;
using Santral.Requests;

namespace Santral.Host;

/// <summary>The product's modules, in the order of the story: a call becomes a request.</summary>
internal static class Modules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new CallsModule(),
        new IvrModule(),
        new QueuesModule(),
        new RequestsModule(),
        new CustomersModule(),
        new BillingModule(),
        new IdentityModule(),
    ];
}

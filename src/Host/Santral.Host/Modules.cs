using Santral.Billing;
using Santral.Calls;
using Santral.Clocks;
using Santral.Customers;
using Santral.Definitions;
using Santral.Files;
using Santral.Identity;
using Santral.Ivr;
using Santral.Knowledge;
using Santral.Mailroom;
using Santral.Processes;
using Santral.Queues;
using Santral.Requests;
using Santral.Search;
using Santral.Workplace;

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
        new MailroomModule(),
        new CustomersModule(),
        new BillingModule(),
        new DefinitionsModule(),
        new ProcessesModule(),
        new ClocksModule(),
        new KnowledgeModule(),
        new FilesModule(),
        new WorkplaceModule(),
        new SearchModule(),
        new IdentityModule(),
    ];
}

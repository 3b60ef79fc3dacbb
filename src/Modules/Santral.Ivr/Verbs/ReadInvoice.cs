using Santral.Contracts.Billing;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;

namespace Santral.Ivr.Verbs;

/// <summary>Reads the caller's invoice to him, without an agent (I-06, I-18).</summary>
public sealed record ReadInvoice(string Next) : Verb
{
    internal const string NoneOpen = "invoice.none_open";
    internal const string Unavailable = "common.unavailable";

    public override IEnumerable<Exit> Exits => ExitsOf(("next", Next));

    public override IEnumerable<string> Prompts => SpokenAround;

    internal static IReadOnlyList<string> SpokenAround { get; } = [NoneOpen, Unavailable];

    internal static async Task ReadAsync(FlowRun run, CustomerSummary account)
    {
        InvoiceSummary? invoice;
        try
        {
            invoice = await run.InvoiceAsync(account.Id);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            run.Failed(e, nameof(ReadInvoice));
            await run.PlayAsync([Unavailable], interruptible: true);
            return;
        }

        List<PromptPart> parts = [];
        if (invoice is null or { IsPaid: true })
        {
            parts.Add(new PromptPart.Named(NoneOpen));
        }

        if (invoice is not null)
        {
            parts.Add(new PromptPart.Spoken(InvoiceWords.Of(invoice, run.Line.Language)));
        }

        run.Line.ReadsOut(account, AccountOperations.Invoices);
        await run.PlayAsync(parts, stopOnKey: true);
    }

    internal override async Task<string?> RunAsync(FlowRun run)
    {
        if (run.Line.Caller.Customer is { } customer)
        {
            await ReadAsync(run, customer);
        }
        else
        {
            // Only a flow that offers invoices to callers it cannot know comes here.
            await run.PlayAsync([Unavailable], interruptible: true);
        }

        return Next;
    }
}

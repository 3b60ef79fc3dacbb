using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Billing;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Ivr.Flows;

/// <summary>What a flow asks of other modules while a caller waits.</summary>
internal interface IAskModules
{
    Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(string number, string password, PhoneNumber? from, CancellationToken stop);

    Task<InvoiceSummary?> InvoiceAsync(CustomerId customer, CancellationToken stop);

    /// <summary>From memory; null when there is no such team any more.</summary>
    TeamSummary? Team(string code);
}

/// <summary>Asks the modules that know, each question in a scope of its own.</summary>
internal sealed class AskModules(IServiceScopeFactory scopes, IKnowTeams teams) : IAskModules
{
    public async Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(string number, string password, PhoneNumber? from, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IVerifyCorporateCaller>().VerifyAsync(number, password, from, stop);
    }

    public async Task<InvoiceSummary?> InvoiceAsync(CustomerId customer, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IReadInvoices>().ToReadOutAsync(customer, stop);
    }

    public TeamSummary? Team(string code) => teams.FindByCode(code);
}

using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Billing;
using Santral.Customers.Data;
using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>
/// Erases a person irreversibly (GDPR art. 17, KVKK art. 7): names, numbers, addresses, notes and what the audit trail kept of them.
/// Requests, calls, subscriptions and their counts stay, without him.
/// </summary>
public static class EraseCustomer
{
    /// <param name="Number">The customer's number, typed by the one who erases.</param>
    /// <param name="ContactId">Only this contact of a corporate account.</param>
    public sealed record Request([StringLength(20, MinimumLength = 1)] string Number, Guid? ContactId);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/customers/{id}/erase", HandleAsync)
        .RequirePermission(CustomersPermissions.Erase)
        .WithName("EraseCustomer")
        .WithTags("customers")
        .WithSummary("Erases a person for good; asks for the customer's number.");

    internal static async Task<NoContent> HandleAsync(
        CustomerId id, Request request, CustomersDb db, TracesOfPerson traces, IReadInvoices invoices, IEnumerable<IForgetPerson> others,
        IGuardAccounts guard, ITexts texts, TimeProvider clock, CancellationToken stop)
    {
        var customer = await GetCustomer.LoadAsync(db.Customers, id, stop);
        customer.RefuseErased();
        guard.OrRefuse(id, customer.Kind, AccountOperations.ChangeCustomer, DisclosureWay.Done);
        if (request.Number.Trim() != customer.Number)
        {
            throw new Refusal("customers.erase_number_differs", RefusalKind.Invalid);
        }

        var name = texts.Get(customer.Language, "customers.erased_person");
        var person = await traces.OfAsync(customer, request.ContactId, name, stop);
        if (request.ContactId is null)
        {
            await RefuseOpenInvoicesAsync(id, invoices, stop);
        }

        foreach (var module in others)
        {
            await module.ForgetAsync(person, stop);
        }

        await db.InTransactionAsync(
            async () =>
            {
                var now = clock.GetUtcNow();
                if (request.ContactId is { } contact)
                {
                    customer.EraseContact(contact, name, now);
                }
                else
                {
                    customer.Erase(name, now);
                    await traces.EmptyRecordsAsync(id, now, stop);
                }

                await db.SaveChangesAsync(stop);
                await traces.EmptyTrailAsync(customer, person, stop);

                // After the trail was emptied, because this act is what stays.
                db.WriteAct(nameof(Customer), id.Value, request.ContactId is null ? "erased" : "contact_erased");
                await db.SaveChangesAsync(stop);
            },
            stop);
        return TypedResults.NoContent();
    }

    private static async Task RefuseOpenInvoicesAsync(CustomerId id, IReadInvoices invoices, CancellationToken stop)
    {
        if (await invoices.OpenAsync(id, stop) is { Count: > 0 } open)
        {
            throw new Refusal("customers.erase_invoices_open", RefusalKind.State, ("count", open.Count), ("invoice", open[0].Number));
        }
    }
}

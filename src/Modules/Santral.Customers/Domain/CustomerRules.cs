using System.Net.Mail;

namespace Santral.Customers.Domain;

/// <summary>What must hold of a customer whoever writes it: the screen, an import, the demo.</summary>
internal static class CustomerRules
{
    public const int MostPhones = 20;
    public const int MostEmails = 10;
    public const int MostContacts = 100;

    public static void Check(CustomerDetails details)
    {
        switch (details.Kind)
        {
            case CustomerKind.Individual when details.FirstName is null || details.LastName is null:
                throw new Refusal("customers.name_needed", RefusalKind.Invalid);
            case CustomerKind.Corporate when details.Company is null:
                throw new Refusal("customers.company_needed", RefusalKind.Invalid);
            case CustomerKind.Prospect when details is { Company: null, FirstName: null, LastName: null }:
                throw new Refusal("customers.name_needed", RefusalKind.Invalid);
        }

        if (details.Language is not ("tr" or "sv" or "en"))
        {
            throw new Refusal("customers.language_unknown", RefusalKind.Invalid, ("language", details.Language));
        }

        if (details.Kind == CustomerKind.Individual && details.Contacts.Count > 0)
        {
            throw new Refusal("customers.contacts_corporate_only", RefusalKind.Invalid);
        }

        CheckCounts(details);
        CheckPhones(details.Phones);
        foreach (var contact in details.Contacts)
        {
            CheckPhones(contact.Phones);
        }

        foreach (var address in details.Emails.Concat(details.Contacts.Select(c => c.Email).OfType<string>()))
        {
            CheckEmail(address);
        }

        if (details.Country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
        {
            throw new Refusal("customers.country_unknown", RefusalKind.Invalid, ("country", details.Country));
        }

        if (details.Addresses.GroupBy(a => a.Kind).Any(g => g.Count() > 1))
        {
            throw new Refusal("customers.address_twice", RefusalKind.Invalid);
        }

        if (details is { OnlyPreferred: true, PreferredMethodId: null })
        {
            throw new Refusal("customers.preferred_method_needed", RefusalKind.Invalid);
        }
    }

    private static void CheckCounts(CustomerDetails details)
    {
        if (details.Phones.Count > MostPhones || details.Emails.Count > MostEmails || details.Contacts.Count > MostContacts
            || details.Contacts.Any(c => c.Phones.Count > MostPhones))
        {
            throw new Refusal("customers.too_many_entries", RefusalKind.Invalid);
        }
    }

    private static void CheckPhones(IReadOnlyList<PhoneEntry> phones)
    {
        var twice = phones.GroupBy(p => p.Number).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new Refusal("customers.phone_twice", RefusalKind.Invalid, ("phone", twice.Key.Value));
        }

        if (phones.Count(p => p.IsPrimary) > 1)
        {
            throw new Refusal("customers.one_primary_phone", RefusalKind.Invalid);
        }
    }

    private static void CheckEmail(string address)
    {
        if (address.Length > 254 || !MailAddress.TryCreate(address, out var read) || read.Address != address || !read.Host.Contains('.', StringComparison.Ordinal))
        {
            throw new Refusal("customers.email_invalid", RefusalKind.Invalid, ("email", address));
        }
    }
}

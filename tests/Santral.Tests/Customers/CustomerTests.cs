using Santral.Contracts.Customers;
using Santral.Customers.Domain;
using Santral.Customers.Features;

namespace Santral.Tests.Customers;

/// <summary>What must hold of a customer, whoever writes it.</summary>
public sealed class CustomerTests
{
    private static readonly PhoneNumber Mobile = PhoneNumber.Parse("+905321112233", null);
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void The_number_of_the_series_becomes_digits_a_caller_can_key()
    {
        var customer = Create(Person());

        customer.TakeNumber("M-26-0042");

        customer.Number.ShouldBe("260042");
    }

    [Fact]
    public void What_a_customer_is_stays_unless_he_was_a_prospect()
    {
        var prospect = Create(Person() with { Kind = CustomerKind.Prospect });
        var person = Create(Person());

        prospect.Change(Person(), _clock.GetUtcNow());

        prospect.Kind.ShouldBe(CustomerKind.Individual);
        RefusalOf(() => person.Change(Company(), _clock.GetUtcNow())).ShouldBe("customers.kind_fixed");
    }

    [Fact]
    public void Only_a_corporate_account_has_a_service_password()
        => RefusalOf(() => Create(Person()).SetServicePassword("4321", _clock.GetUtcNow())).ShouldBe("customers.service_password_corporate_only");

    [Fact]
    public void Changing_keeps_the_numbers_that_stay_and_drops_those_that_went()
    {
        var other = PhoneNumber.Parse("+905321112244", null);
        var customer = Create(Person() with { Phones = [new PhoneEntry(Mobile, PhoneKind.Mobile, true), new PhoneEntry(other)] });
        var kept = customer.AllPhones.Single(p => p.Number == Mobile).Id;

        customer.Change(Person() with { Phones = [new PhoneEntry(Mobile, PhoneKind.Work)] }, _clock.GetUtcNow());

        var phone = customer.AllPhones.ShouldHaveSingleItem();
        phone.Id.ShouldBe(kept);
        phone.Kind.ShouldBe(PhoneKind.Work);
        phone.IsPrimary.ShouldBeFalse();
    }

    [Fact]
    public void A_contact_goes_with_his_numbers()
    {
        var customer = Create(Company() with { Contacts = [new ContactEntry(null, "Selin Kaya", null, null, [new PhoneEntry(Mobile)])] });
        customer.AllPhones.ShouldHaveSingleItem().ContactId.ShouldBe(customer.Contacts.Single().Id);

        customer.Change(Company(), _clock.GetUtcNow());

        customer.Contacts.ShouldBeEmpty();
        customer.AllPhones.ShouldBeEmpty();
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        RefusalOf(() => Create(Person() with { LastName = null })).ShouldBe("customers.name_needed");
        RefusalOf(() => Create(Company() with { Company = null })).ShouldBe("customers.company_needed");
        RefusalOf(() => Create(Person() with { Language = "de" })).ShouldBe("customers.language_unknown");
        RefusalOf(() => Create(Person() with { Phones = [new PhoneEntry(Mobile), new PhoneEntry(Mobile)] })).ShouldBe("customers.phone_twice");
        RefusalOf(() => Create(Person() with { Emails = ["nobody"] })).ShouldBe("customers.email_invalid");
        RefusalOf(() => Create(Person() with { Country = "tr" })).ShouldBe("customers.country_unknown");
        RefusalOf(() => Create(Person() with { OnlyPreferred = true })).ShouldBe("customers.preferred_method_needed");
        RefusalOf(() => Create(Person() with { Contacts = [new ContactEntry(null, "X", null, null, [])] })).ShouldBe("customers.contacts_corporate_only");
        RefusalOf(() => Create(Company() with { Contacts = [new ContactEntry(Guid.CreateVersion7(_clock.GetUtcNow()), "X", null, null, [])] }))
            .ShouldBe("customers.contact_unknown");
    }

    [Theory]
    [InlineData("0532 111 22 33", "+905321112233")]
    [InlineData("+90 (532) 111-22-33", "+905321112233")]
    [InlineData("070-174 06 05", "+46701740605")]
    public void A_whole_number_in_any_writing_is_one_number(string typed, string number)
        => PhoneQuestion.Read(typed, ["TR", "SE"])!.Exact!.Value.Value.ShouldBe(number);

    [Theory]
    [InlineData("0532 11", "53211")]
    [InlineData("100200", "100200")]
    public void A_part_of_a_number_is_its_digits(string typed, string digits)
    {
        var question = PhoneQuestion.Read(typed, ["TR", "SE"])!;

        question.Exact.ShouldBeNull();
        question.Digits.ShouldBe(digits);
    }

    [Theory]
    [InlineData("Işık 5")]
    [InlineData("12")]
    [InlineData("")]
    [InlineData(null)]
    public void A_word_is_no_number(string? typed) => PhoneQuestion.Read(typed, ["TR"]).ShouldBeNull();

    private Customer Create(CustomerDetails details) => Customer.Create(Id.New<CustomerId>(_clock), details, _clock.GetUtcNow());

    private static string RefusalOf(Action act) => Should.Throw<Refusal>(act).Code;

    private static CustomerDetails Person()
        => new(CustomerKind.Individual, "Elif", "Yılmaz", null, "tr", "TR", [], [], []);

    private static CustomerDetails Company()
        => new(CustomerKind.Corporate, null, null, "Soft Ltd. Şti.", "tr", "TR", [], [], []);
}

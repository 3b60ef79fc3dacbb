using Santral.Contracts.Billing;
using Santral.Ivr.Domain;

namespace Santral.Tests.Ivr;

[Requirement("I-18")]
public sealed class InvoiceWordsTests
{
    private static InvoiceSummary Invoice(long total = 24990, long? open = null, string currency = "TRY", bool paid = false)
        => new("SFT-26-0123", new DateOnly(2026, 11, 1), new Money(total, currency), new Money(open ?? total, currency), new DateOnly(2026, 11, 30), paid);

    [Theory]
    [InlineData("tr", "Fatura numaranız: S F T, 2 6, 0 1 2 3. Fatura tarihi: 1 Kasım 2026. Tutarı: 249 lira 90 kuruş. Son ödeme tarihi: 30 Kasım 2026.")]
    [InlineData("sv", "Ditt fakturanummer är: S F T, 2 6, 0 1 2 3. Fakturadatum: den första november 2026. Belopp: 249 turkiska lira och 90 kurus. Förfallodag: den trettionde november 2026.")]
    [InlineData("en", "Your invoice number is: S F T, 2 6, 0 1 2 3. Invoice date: 1st of November 2026. Amount: 249 liras and 90 kurush. Due date: 30th of November 2026.")]
    public void An_open_invoice_is_read_with_number_date_amount_and_due_date(string language, string text)
        => InvoiceWords.Of(Invoice(), language).ShouldBe(text);

    [Theory]
    [InlineData("tr", "ödendi")]
    [InlineData("sv", "betald")]
    [InlineData("en", "paid")]
    public void A_paid_invoice_is_said_to_be_paid_and_has_no_due_date(string language, string word)
    {
        var text = InvoiceWords.Of(Invoice(open: 0, paid: true), language);

        text.ShouldContain(word);
        text.ShouldNotContain("30");
    }

    [Theory]
    [InlineData("tr", "Ödenmemiş kısmı: 100 lira")]
    [InlineData("sv", "Kvar att betala: 100 turkiska lira")]
    [InlineData("en", "Still to pay: 100 liras")]
    public void Of_a_partly_paid_invoice_the_rest_is_read_too(string language, string text)
        => InvoiceWords.Of(Invoice(open: 10000), language).ShouldContain(text);

    [Theory]
    [InlineData("tr", "TRY", 1, "1 kuruş")]
    [InlineData("tr", "TRY", 0, "0 lira")]
    [InlineData("tr", "TRY", 123456700, "1234567 lira")]
    [InlineData("tr", "SEK", 150, "1 İsveç kronu 50 öre")]
    [InlineData("sv", "SEK", 100, "1 krona")]
    [InlineData("sv", "SEK", 20050, "200 kronor och 50 öre")]
    [InlineData("en", "SEK", 101, "1 Swedish krona and 1 öre")]
    [InlineData("en", "EUR", 2001, "20 euros and 1 cent")]
    [InlineData("en", "USD", -500, "minus 5 dollars")]
    [InlineData("tr", "TRY", -250, "eksi 2 lira 50 kuruş")]
    [InlineData("sv", "EUR", 99, "99 cent")]
    [InlineData("en", "NOK", 300, "3 N O K")]
    public void Amounts_are_said_as_people_say_them(string language, string currency, long minor, string text)
        => SpokenMoney.Of(new Money(minor, currency), language).ShouldBe(text);

    [Fact]
    public void Every_day_of_a_year_can_be_said()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            foreach (var language in (string[])["tr", "sv", "en"])
            {
                SpokenDate.Of(day, language).ShouldEndWith("2026");
            }
        }

        SpokenDate.Of(new DateOnly(2026, 5, 22), "en").ShouldBe("22nd of May 2026");
        SpokenDate.Of(new DateOnly(2026, 5, 31), "sv").ShouldBe("den trettioförsta maj 2026");
        SpokenDate.Of(new DateOnly(2026, 8, 3), "tr").ShouldBe("3 Ağustos 2026");
    }
}

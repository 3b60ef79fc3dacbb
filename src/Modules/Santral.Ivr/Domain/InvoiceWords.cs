using Santral.Contracts.Billing;

namespace Santral.Ivr.Domain;

/// <summary>An invoice in a sentence a synthesiser reads naturally: number, date, amount, due date, in the call's language (I-18).</summary>
public static class InvoiceWords
{
    public static string Of(InvoiceSummary invoice, string language)
    {
        var number = Spelled(invoice.Number);
        var issued = SpokenDate.Of(invoice.IssuedOn, language);
        var due = SpokenDate.Of(invoice.DueOn, language);
        var total = SpokenMoney.Of(invoice.Total, language);
        var open = SpokenMoney.Of(invoice.Open, language);
        var partlyPaid = !invoice.IsPaid && invoice.Open != invoice.Total;
        return language switch
        {
            "tr" when invoice.IsPaid => $"Son faturanızın numarası: {number}. Fatura tarihi: {issued}. Tutarı: {total}. Bu fatura ödendi.",
            "tr" => $"Fatura numaranız: {number}. Fatura tarihi: {issued}. Tutarı: {total}."
                + (partlyPaid ? $" Ödenmemiş kısmı: {open}." : "") + $" Son ödeme tarihi: {due}.",
            "sv" when invoice.IsPaid => $"Din senaste faktura har nummer: {number}. Fakturadatum: {issued}. Belopp: {total}. Fakturan är betald.",
            "sv" => $"Ditt fakturanummer är: {number}. Fakturadatum: {issued}. Belopp: {total}."
                + (partlyPaid ? $" Kvar att betala: {open}." : "") + $" Förfallodag: {due}.",
            _ when invoice.IsPaid => $"The number of your last invoice is: {number}. Invoice date: {issued}. Amount: {total}. This invoice is paid.",
            _ => $"Your invoice number is: {number}. Invoice date: {issued}. Amount: {total}."
                + (partlyPaid ? $" Still to pay: {open}." : "") + $" Due date: {due}.",
        };
    }

    /// <summary>Digit by digit, so that a caller can write it down: `ABC-12` becomes `A B C, 1 2`.</summary>
    private static string Spelled(string number)
    {
        var groups = number.Split(['-', '/', ' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(", ", groups.Select(g => string.Join(' ', g.AsEnumerable())));
    }
}

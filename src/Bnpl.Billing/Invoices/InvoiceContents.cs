using System.Globalization;
using Bnpl.Billing.Receivables;
using Bnpl.Contracts.Credit;
using Bnpl.Infrastructure.Tenancy;

namespace Bnpl.Billing.Invoices;

/// <summary>Writes down what an invoice says.</summary>
internal static class InvoiceContents
{
    public static InvoiceContent Of(
        Receivable receivable, Invoice invoice, PaymentSlip slip, string kind, InvoiceBasis basis, string payUrl, TenantClock clock)
    {
        Instalment instalment = receivable.Instalments.Find(i => i.Id == invoice.InstalmentId)!;
        BillableOrder order = basis.Order;
        bool byMerchant = basis.Merchant.InvoiceIssuer == "merchant";
        return new InvoiceContent
        {
            Kind = kind,
            Number = invoice.Number,
            IssuedOn = clock.Today,
            DueOn = slip.DueOn,
            Operator = new ContentParty(
                basis.Settings.CompanyName ?? "", basis.Settings.Address, basis.Settings.Phone, byMerchant ? null : basis.Settings.QualifiedInvoiceNumber),
            Merchant = new ContentParty(
                basis.Merchant.Name, basis.Merchant.Address, basis.Merchant.Phone, byMerchant ? basis.Merchant.QualifiedInvoiceNumber : null),
            Addressee = new ContentAddressee(
                order.Buyer.Name ?? "",
                order.Buyer.Address?.PostalCode ?? "",
                string.Concat(order.Buyer.Address?.Prefecture, order.Buyer.Address?.City, order.Buyer.Address?.Line1)
                    + (string.IsNullOrEmpty(order.Buyer.Address?.Line2) ? "" : $"\n{order.Buyer.Address.Line2}"),
                order.Buyer.Email),
            MerchantOrderNo = order.MerchantOrderNo,
            OrderedOn = clock.DateOf(order.OrderedAt),
            SuppliedOn = basis.SuppliedOn,
            InstalmentNumber = instalment.Number,
            InstalmentCount = receivable.Instalments.Count,
            Lines = Lines(basis),
            TaxByRate = invoice.Tax,
            Adjustments = Adjustments(receivable, instalment),
            Charges = Charges(receivable, instalment, order),
            AmountDue = slip.Amount,
            PaymentSlip = slip.BarcodeNumber is null ? null : new ContentSlip(slip.BarcodeNumber, slip.PayableUntil, slip.StampDuty),
            VirtualAccount = receivable.VirtualAccount,
            PayUrl = payUrl,
            SupportPhone = basis.Settings.Support?.Phone,
            SupportHours = basis.Settings.Support?.Hours,
            LateChargeRate = receivable.LateTerms.AnnualRate.ToString("0.####", CultureInfo.InvariantCulture),
            LateChargeBoundRate = receivable.LateTerms.StatutoryRate?.ToString("0.####", CultureInfo.InvariantCulture),
            LaterInstalments =
            [
                .. receivable.Instalments.Where(i => i.Number > instalment.Number && i.Outstanding > 0).OrderBy(i => i.Number)
                    .Select(i => new ContentInstalment(i.Number, i.DueOn, i.Outstanding)),
            ],
        };
    }

    private static List<ContentLine> Lines(InvoiceBasis basis)
    {
        if (basis.Content.Lines.Count == 0)
        {
            return [.. basis.Content.Rates.Where(r => r.Amount != 0)
                .Select(r => new ContentLine("ご購入代金", 1, r.Amount, r.Amount, Shipments.ShipmentContent.RateText(r.Rate)))];
        }

        return [.. basis.Content.Lines.Select(billed =>
        {
            BillableLine line = basis.Order.Lines.First(l => l.Line == billed.Line);
            return new ContentLine(line.Name, billed.Quantity, line.UnitPrice, line.UnitPrice * billed.Quantity, Shipments.ShipmentContent.RateText(line.TaxRate));
        })];
    }

    private static List<ContentAmount> Adjustments(Receivable receivable, Instalment instalment)
    {
        List<ContentAmount> adjustments = [];
        Add("返品・値引き等", -receivable.Credited);
        Add("ほかの回のお支払い分", -(receivable.Principal - receivable.Credited - (instalment.Principal - instalment.Credited)));
        Add("お支払い済みの金額", -(instalment.PrincipalPaid + instalment.FeePaid + instalment.LateChargePaid));
        return adjustments;

        void Add(string description, long amount)
        {
            if (amount != 0)
            {
                adjustments.Add(new ContentAmount(description, amount));
            }
        }
    }

    private static List<ContentAmount> Charges(Receivable receivable, Instalment instalment, BillableOrder order)
    {
        // The plan's fee is raised with the receivable, a notice's never on that day.
        long planFee = Math.Min(instalment.Fee, receivable.Fees.Where(f => f.InstalmentId == instalment.Id && f.ChargedOn == receivable.OpenedOn).Sum(f => f.Amount));
        bool instalments = receivable.Instalments.Count > 1;

        // 消費税法施行令10条3項: a fee for payment in three or more parts over two months or more, told as an amount, is exempt; any other is a taxed service.
        string planTax = receivable.Instalments.Count >= 3 && receivable.LastAgreedDueOn > order.TwoMonthLimit ? "0" : "0.10";
        List<ContentAmount> charges = [];
        Add(instalments ? "分割払手数料" : "手数料", planFee, planTax);
        Add("手数料", instalment.Fee - planFee, "0.10");
        Add("遅延損害金", instalment.LateCharge, ContentAmount.OutOfScope);
        return charges;

        void Add(string description, long amount, string tax)
        {
            if (amount > 0)
            {
                charges.Add(new ContentAmount(description, amount, tax));
            }
        }
    }
}

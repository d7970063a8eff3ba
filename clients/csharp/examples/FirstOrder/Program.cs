// A shop's first order, from the checkout to the invoice. Needs a test tenant's client:
//   BNPL_ISSUER=http://localhost:5080/t/my-brand BNPL_CLIENT_ID=… BNPL_CLIENT_SECRET=… dotnet run
using Bnpl.Client;

BnplApi bnpl = BnplApi.Create(new BnplClientOptions
{
    Issuer = new Uri(Setting("BNPL_ISSUER")),
    ClientId = Setting("BNPL_CLIENT_ID"),
    ClientSecret = Setting("BNPL_CLIENT_SECRET"),
    BaseUrl = Environment.GetEnvironmentVariable("BNPL_BASE_URL") is { Length: > 0 } url ? new Uri(url) : null,
});

string merchant = Environment.GetEnvironmentVariable("BNPL_MERCHANT") ?? (await bnpl.CreateMerchantAsync(new MerchantInput { Name = "花屋さくら" })).Id;
BuyerDetails buyer = new()
{
    Name = "山田 太郎",
    NameKana = "ヤマダ タロウ",
    Phone = "090-1234-5678",
    Email = "taro@example.jp",
    Address = new PostalAddress { PostalCode = "107-0051", Prefecture = "東京都", City = "港区", Line1 = "元赤坂一丁目5番31号" },
};

// 1. The checkout asks which plans it may offer.
EligibilityResponse offer = await bnpl.CheckEligibilityAsync(new EligibilityRequest { Merchant = merchant, Amount = 12980, Buyer = buyer });
EligiblePlan plan = offer.Plans.FirstOrDefault(candidate => candidate.Eligible) ?? throw new InvalidOperationException("後払いをご利用いただけません。");
Console.WriteLine($"plan {plan.Code}");

// 2. The buyer orders. A decline would be an answer, too.
DateTimeOffset now = (await bnpl.GetTestClockAsync()).Now;
OrderResponse order = await bnpl.PlaceOrderAsync(new PlaceOrderRequest
{
    Merchant = merchant,
    MerchantOrderNo = $"CS-{Environment.ProcessId}-{now.ToUnixTimeMilliseconds()}",
    Amount = 12980,
    PaymentPlan = plan.Code,
    Lines =
    [
        new PurchaseLine { Name = "美容液", Quantity = 2, UnitPrice = 5940, TaxRate = "0.10" },
        new PurchaseLine { Name = "送料", Kind = "shipping", Quantity = 1, UnitPrice = 1100, TaxRate = "0.10" },
    ],
    Buyer = buyer,
    Invoice = new InvoiceWish { Delivery = "email" },
});
Console.WriteLine($"order {order.Id} {order.Status}");
if (order.Status != "authorized")
{
    Console.WriteLine(order.Decision?.BuyerMessage ?? "審査中です。結果は Webhook でお知らせします。");
    return 1;
}

// 3. The goods leave the shop; the buyer now owes. A test tenant's day is its clock's.
ShipmentResponse shipment = await bnpl.ReportShipmentAsync(order.Id, new ReportShipmentRequest
{
    ShippedOn = DateOnly.FromDateTime(now.ToOffset(TimeSpan.FromHours(9)).DateTime),
    Parcels = [new ParcelRequest { Carrier = "other", TrackingNo = "T-0001" }],
});
Console.WriteLine($"shipment {shipment.Id} {shipment.Status}");

// 4. What the buyer was asked to pay.
await foreach (InvoiceResponse invoice in Pages.AllAsync<InvoiceResponse>(
    async (after, token) => await bnpl.ListInvoicesAsync(order: order.Id, startingAfter: after, cancellationToken: token)))
{
    Console.WriteLine($"invoice {invoice.Id} {invoice.Amount} {invoice.DueOn:yyyy-MM-dd}");
}

// A refusal names its code, and the fields that are wrong.
try
{
    await bnpl.CancelOrderAsync(order.Id, body: new CancelOrderRequest { Reason = "buyer_request" });
}
catch (ProblemException problem)
{
    Console.WriteLine($"refused {problem.Status} {problem.Code} while {problem.CurrentStatus}");
}

return 0;

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");

using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>The shops ship; each shipment makes a receivable and an invoice with a konbini slip and an account number of its own.</summary>
internal static class Shipping
{
    public static async Task PlayAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("The shops ship, and invoices go out");
        string today = Story.Day(await stage.NowAsync());

        // The last digit of a slip number is the number before it modulo 7.
        JsonNode refused = await stage.Aozora.RefusedAsync(
            HttpMethod.Post, $"/v1/orders/{stage.Yamada}/shipments", 422, Report(today, SlipNumber(30012345671) + 1));
        story.Tell($"花屋さくら mistypes the slip number of 山田 太郎's parcel and is stopped: 422 {Client.Text(refused, "code")}.");

        await ShipAsync(stage, stage.Yamada, today, SlipNumber(30012345671), "山田 太郎");
        await ShipAsync(stage, stage.Sato, today, SlipNumber(30012345682), "佐藤 花子");
        await ShipAsync(stage, stage.Takahashi, today, SlipNumber(30012345693), "髙橋 次郎");
        await ShipAsync(stage, stage.Suzuki, today, SlipNumber(30012345704), "鈴木 一郎");
    }

    private static long SlipNumber(long serial) => (serial * 10) + (serial % 7);

    private static object Report(string day, long slipNumber) =>
        new { shipped_on = day, parcels = new[] { new { carrier = "yamato", tracking_no = slipNumber.ToString("D12", System.Globalization.CultureInfo.InvariantCulture) } } };

    private static async Task ShipAsync(Stage stage, string order, string day, long slipNumber, string name)
    {
        JsonNode shipment = await stage.Aozora.PostAsync($"/v1/orders/{order}/shipments", Report(day, slipNumber));
        string invoiceId = Client.Text(shipment, "invoices.0");
        JsonNode invoice = await stage.Aozora.GetAsync($"/v1/invoices/{invoiceId}");
        byte[] pdf = await stage.Aozora.DownloadAsync($"/v1/invoices/{invoiceId}/pdf");
        if (!pdf.AsSpan().StartsWith("%PDF"u8))
        {
            throw new UnexpectedAnswer($"GET /v1/invoices/{invoiceId}/pdf is no PDF.");
        }

        string path = await stage.Story.KeepAsync($"invoice-{name.Replace(" ", "", StringComparison.Ordinal)}.pdf", pdf);
        stage.Paths.AddRange(
        [
            $"/v1/shipments/{Client.Text(shipment, "id")}", $"/v1/invoices/{invoiceId}", $"/v1/invoices/{invoiceId}/pdf",
            $"/v1/receivables/{Client.Text(shipment, "receivable")}",
        ]);
        stage.Story.Tell($"Parcel {slipNumber} is on its way to {name}: {Client.Text(shipment, "id")}.");
        stage.Story.Tell($"   invoice {invoiceId} over {Story.Yen(Client.Number(invoice, "amount"))}, due {Client.Text(invoice, "due_on")}; {pdf.Length / 1024} KiB: {path}");
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>Money comes in by two files, in the formats that collection agents and banks really send.</summary>
internal static class Payments
{
    public static async Task PlayAsync(Stage stage)
    {
        await ReturnAsync(stage);
        await KonbiniAsync(stage);
        await BankAsync(stage);
    }

    /// <summary>Imports the collection agent's confirmed data for one invoice's current slip, paid on this day.</summary>
    public static async Task<JsonNode> PayAtKonbiniAsync(Stage stage, JsonNode invoice, DateOnly day, string name)
    {
        JsonNode slip = invoice["payment_slip"]!;
        byte[] file = MoneyFiles.KonbiniConfirmed(Client.Text(slip, "barcode_number"), day);
        string path = await stage.Story.KeepAsync($"konbini-{day:yyyyMMdd}-{name}.dat", file);
        stage.Story.Tell($"{name} pays {Story.Yen(Client.Number(slip, "amount"))} at a konbini till; the agent's confirmed data arrive: {path}");
        return await ImportAsync(stage, "konbini_confirmed", path, file);
    }

    private static async Task ReturnAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("A return, before it is paid");
        JsonNode before = await stage.InvoiceOfAsync(stage.Takahashi);
        JsonNode note = await stage.Aozora.PostAsync(
            $"/v1/orders/{stage.Takahashi}/credit_notes", new { lines = new[] { new { line = 2, quantity = 1 } }, reason = "return" });
        string id = Client.Text(note, "id");
        stage.Paths.Add($"/v1/credit_notes/{id}");
        story.Tell($"髙橋 次郎 sends one 抹茶羊羹 back: credit note {id} over {Story.Yen(Client.Number(note, "amount"))}, tax at 8 % given back.");
        JsonNode after = await stage.Aozora.GetAsync($"/v1/invoices/{Client.Text(before, "id")}");
        story.Tell($"   invoice {Client.Text(after, "id")} now asks {Story.Yen(Client.Number(after, "balance.total"))} instead of {Story.Yen(Client.Number(before, "balance.total"))}, on slip version {Client.Number(after, "payment_slip.version")}.");
    }

    private static async Task KonbiniAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("Money comes in: a konbini and a bank");
        JsonNode invoice = await stage.InvoiceOfAsync(stage.Yamada);
        DateOnly day = DateOnly.ParseExact(Story.Day(await stage.NowAsync()), "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(3);
        await stage.MoveToAsync(day);
        await PayAtKonbiniAsync(stage, invoice, day, "山田太郎");
        JsonNode paid = await stage.UntilAsync($"/v1/invoices/{Client.Text(invoice, "id")}", "status", "paid");
        story.Tell($"   matched by the slip's barcode: invoice {Client.Text(paid, "id")} is {Client.Text(paid, "status")}, {Story.Yen(Client.Number(paid, "balance.total"))} left to pay.");

        JsonNode payments = await stage.Aozora.GetAsync("/v1/payments");
        stage.Paths.Add($"/v1/payments/{Client.Text(payments, "data.0.id")}");
    }

    private static async Task BankAsync(Stage stage)
    {
        JsonNode sato = await stage.InvoiceOfAsync(stage.Sato);
        JsonNode takahashi = await stage.InvoiceOfAsync(stage.Takahashi);
        DateOnly day = DateOnly.ParseExact(Story.Day(await stage.NowAsync()), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        (JsonNode Invoice, string PayerKana)[] transfers = [(sato, "ｻﾄｳ ﾊﾅｺ"), (takahashi, "ﾀｶﾊｼ ｼﾞﾛｳ")];
        byte[] file = MoneyFiles.ZenginDeposits(transfers, day);
        string path = await stage.Story.KeepAsync($"bank-{day:yyyyMMdd}.txt", file);
        stage.Story.Tell($"佐藤 花子 and 髙橋 次郎 pay {Story.Yen(transfers.Sum(t => Client.Number(t.Invoice, "balance.total")))} by transfer, each to the account number on the invoice; the bank's 振込入金通知 arrives: {path}");
        await ImportAsync(stage, "zengin_deposits", path, file);
        foreach ((JsonNode invoice, _) in transfers)
        {
            JsonNode paid = await stage.UntilAsync($"/v1/invoices/{Client.Text(invoice, "id")}", "status", "paid");
            stage.Story.Tell($"   matched by virtual account {Client.Text(invoice, "virtual_account.account_number")}: invoice {Client.Text(paid, "id")} is {Client.Text(paid, "status")}.");
        }

        JsonNode again = await stage.Aozora.ImportAsync("zengin_deposits", Path.GetFileName(path), file, 200);
        stage.Story.Tell($"   somebody uploads the same file once more: nothing is booked, it is the duplicate of {Client.Text(again, "duplicate_of")}.");
        foreach (string order in (string[])[stage.Yamada, stage.Sato, stage.Takahashi])
        {
            await stage.UntilAsync($"/v1/orders/{order}", "status", "completed");
        }

        stage.Story.Tell("All three orders are completed, and their limits are free again.");
    }

    private static async Task<JsonNode> ImportAsync(Stage stage, string format, string path, byte[] file)
    {
        JsonNode import = await stage.Aozora.ImportAsync(format, Path.GetFileName(path), file);
        string id = Client.Text(import, "id");
        stage.Paths.Add($"/v1/reconciliation/imports/{id}");
        JsonNode done = await stage.UntilAsync($"/v1/reconciliation/imports/{id}", "status", "finished");
        stage.Story.Tell($"   import {id}: {Client.Number(done, "lines")} in the file, {Client.Number(done, "matched")} matched, {Client.Number(done, "unmatched")} unmatched.");
        return done;
    }
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace Bnpl.Demo.Chapters;

/// <summary>One buyer does not pay: reminder, late charge, a second notice with a new slip, and payment at last.</summary>
internal static class Dunning
{
    public static async Task PlayAsync(Stage stage)
    {
        Story story = stage.Story;
        story.Chapter("One buyer does not pay");
        JsonNode invoice = await stage.InvoiceOfAsync(stage.Suzuki);
        string invoiceId = Client.Text(invoice, "id"), receivable = Client.Text(invoice, "receivable");
        DateOnly due = DateOnly.ParseExact(Client.Text(invoice, "due_on"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
        story.Tell($"鈴木 一郎 owes {Story.Yen(Client.Number(invoice, "balance.total"))}, due {due:yyyy-MM-dd}, and does nothing.");

        await stage.MoveToAsync(due.AddDays(4));
        await TellCaseAsync(stage, receivable, known: 0);
        await TellBalanceAsync(stage, receivable);
        JsonNode declined = await stage.Aozora.GetAsync($"/v1/invoices/{invoiceId}");
        story.Tell($"   his slip, version {Client.Number(declined, "payment_slip.version")}, still asks {Story.Yen(Client.Number(declined, "payment_slip.amount"))}.");

        int told = await NoticesAsync(stage, receivable) is { } notices ? notices.Count : 0;
        await stage.MoveToAsync(due.AddDays(11));
        await TellCaseAsync(stage, receivable, told);
        await TellBalanceAsync(stage, receivable);
        JsonNode reissued = await stage.Aozora.GetAsync($"/v1/invoices/{invoiceId}");
        if (Client.Number(reissued, "payment_slip.version") < 2)
        {
            throw new UnexpectedAnswer($"Invoice {invoiceId} has no new slip after the second notice.");
        }

        byte[] pdf = await stage.Aozora.DownloadAsync($"/v1/invoices/{invoiceId}/pdf");
        string path = await story.KeepAsync("invoice-鈴木一郎-second.pdf", pdf);
        story.Tell($"   a new slip, version {Client.Number(reissued, "payment_slip.version")}, over {Story.Yen(Client.Number(reissued, "payment_slip.amount"))}, due {Client.Text(reissued, "payment_slip.due_on")}: {path}");

        DateOnly day = due.AddDays(13);
        await stage.MoveToAsync(day);
        await Payments.PayAtKonbiniAsync(stage, reissued, day, "鈴木一郎");
        JsonNode paid = await stage.UntilAsync($"/v1/invoices/{invoiceId}", "status", "paid");
        await stage.UntilAsync($"/v1/receivables/{receivable}", "status", "paid");
        story.Tell($"   the new amount is paid: invoice {invoiceId} is {Client.Text(paid, "status")}. What fell due after the slip was printed is waived, since it was paid by the slip's own date.");
    }

    private static async Task<JsonArray?> NoticesAsync(Stage stage, string receivable)
    {
        JsonNode cases = await stage.Aozora.GetAsync($"/v1/dunning_cases?receivable={receivable}");
        JsonNode? found = cases["data"]?.AsArray().FirstOrDefault();
        if (found is not null && !stage.Paths.Contains($"/v1/dunning_cases/{Client.Text(found, "id")}"))
        {
            stage.Paths.Add($"/v1/dunning_cases/{Client.Text(found, "id")}");
        }

        return found?["notices"]?.AsArray();
    }

    private static async Task TellCaseAsync(Stage stage, string receivable, int known)
    {
        JsonArray notices = await NoticesAsync(stage, receivable) ?? throw new UnexpectedAnswer($"There is no dunning case for {receivable}.");
        if (notices.Count <= known)
        {
            throw new UnexpectedAnswer($"No further notice was sent for {receivable}: {notices.ToJsonString()}");
        }

        foreach (JsonNode? notice in notices.Skip(known))
        {
            stage.Story.Tell($"   {Client.Text(notice!, "channel")} to 鈴木 一郎: {Client.Text(notice!, "template")}");
        }
    }

    private static async Task TellBalanceAsync(Stage stage, string receivable)
    {
        JsonNode answer = await stage.Aozora.GetAsync($"/v1/receivables/{receivable}");
        stage.Story.Tell(
            $"   he owes {Story.Yen(Client.Number(answer, "balance.principal"))} + fee {Story.Yen(Client.Number(answer, "balance.fee"))} + late charge {Story.Yen(Client.Number(answer, "balance.late_charge"))} "
            + $"= {Story.Yen(Client.Number(answer, "balance.total"))} ({Client.Number(answer, "days_past_due")} days past due)");
    }
}

// What a shop and its payment company send and fetch as files. Needs a test tenant's client with all scopes:
//   BNPL_ISSUER=http://localhost:5080/t/my-brand BNPL_CLIENT_ID=… BNPL_CLIENT_SECRET=… dotnet run
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Client;

BnplApi bnpl = BnplApi.Create(new BnplClientOptions
{
    Issuer = new Uri(Setting("BNPL_ISSUER")),
    ClientId = Setting("BNPL_CLIENT_ID"),
    ClientSecret = Setting("BNPL_CLIENT_SECRET"),
    BaseUrl = Environment.GetEnvironmentVariable("BNPL_BASE_URL") is { Length: > 0 } url ? new Uri(url) : null,
});

string merchant = Environment.GetEnvironmentVariable("BNPL_MERCHANT") ?? (await bnpl.CreateMerchantAsync(new MerchantInput { Name = "花屋さくら" })).Id;
DateTimeOffset now = (await bnpl.GetTestClockAsync()).Now;
string today = now.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", null);
string number = $"CS-{Environment.ProcessId}-{now.ToUnixTimeMilliseconds()}";

// The night's orders: JSON Lines, each as if it were sent by itself.
BatchResponse orders = await EndOfAsync(await bnpl.CreateBatchAsync(new FileParameter(Bytes(string.Join('\n', Order(1), Order(2))))));
Console.WriteLine($"orders {orders.Status} {orders.Counts.Ok}");
foreach (string line in (await TextOfAsync(await bnpl.GetBatchResultsAsync(orders.Id))).Trim().Split('\n'))
{
    JsonNode result = JsonNode.Parse(line)!;
    Console.WriteLine($"line {result["line"]} {result["status"]} {result["order_status"]}");
}

// The day's shipments: a table, as many warehouses write it.
BatchResponse shipments = await EndOfAsync(await bnpl.ImportShipmentsAsync(
    Bytes($"注文番号,出荷日,配送会社,送り状番号\r\n{number}-1,{today},ヤマト運輸,300123456710\r\n"), merchant: merchant));
Console.WriteLine($"shipments {shipments.Status} {shipments.Counts.Ok}");
string table = await TextOfAsync(await bnpl.ExportOrdersAsync(merchant: merchant));
Console.WriteLine($"export {table.Trim().Split('\n').Length}");

// The payment company's lists, papers of a shop, and what its bank sent.
Console.WriteLine($"negatives {(await bnpl.ImportNegativesAsync(Bytes("kind,phone\r\nphone,090-0000-0001\r\n"))).Imported}");
Console.WriteLine($"positives {(await bnpl.ImportPositivesAsync(Bytes("kind,email\r\nemail,hanako@example.jp\r\n"))).Imported}");
Console.WriteLine($"places {(await bnpl.ImportDeliveryPlacesAsync(Bytes("category,name\r\nhotel,ホテルさくら\r\n"))).Imported}");
Console.WriteLine($"listed {(await TextOfAsync(await bnpl.ExportNegativesAsync())).Trim().Split('\n').Length}");
MerchantDocumentResponse paper = await bnpl.UploadMerchantDocumentAsync(merchant, file: new FileParameter(Bytes("%PDF-1.4\n"), "permit.pdf", "application/pdf"), kind: "permit");
Console.WriteLine($"document {paper.MediaType} {paper.FileName}");
try
{
    await bnpl.ImportFileAsync(file: new FileParameter(Bytes("no bank writes this"), "deposits.txt", "text/plain"), format: "zengin_deposits");
}
catch (ProblemException problem)
{
    Console.WriteLine($"refused {problem.Status} {problem.Code}");
}

string Order(int n) => $$$"""
    {"op":"orders.create","body":{"merchant":"{{{merchant}}}","merchant_order_no":"{{{number}}}-{{{n}}}","amount":3300,"lines":[{"name":"植木鉢","quantity":1,"unit_price":3300,"tax_rate":"0.10"}],"buyer":{"name":"山田 太郎","name_kana":"ヤマダ タロウ","phone":"090-1234-5678","email":"taro@example.jp","address":{"postal_code":"107-0051","prefecture":"東京都","city":"港区","line1":"元赤坂一丁目5番31号" } } } }
    """;

async Task<BatchResponse> EndOfAsync(BatchResponse batch)
{
    while (batch.Status == "processing")
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200));
        batch = await bnpl.GetBatchAsync(batch.Id);
    }

    return batch;
}

static MemoryStream Bytes(string content) => new(Encoding.UTF8.GetBytes(content));

static async Task<string> TextOfAsync(FileResponse file)
{
    using (file)
    using (StreamReader reader = new(file.Stream))
    {
        return await reader.ReadToEndAsync();
    }
}

static string Setting(string name) =>
    Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : throw new InvalidOperationException($"{name} is not set.");

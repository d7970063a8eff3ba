using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

/// <summary>A shop on its way into a payment company's network, over HTTP.</summary>
internal sealed record Applicant(TenantActor Tenant, string Id)
{
    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

    public static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13];

    public static readonly string[] DemandedChecks = ["identity", "registration", "antisocial", "commercial_disclosure", "goods", "credit", "site"];

    public string Path => $"/v1/merchants/{Id}";

    /// <summary>A shop of a live tenant that enforces its review.</summary>
    public static async Task<Applicant> OfStrictTenantAsync(PlatformHost host)
    {
        TenantActor tenant = await host.OnboardAsync("live");
        (await tenant.PatchAsync("/v1/settings", new { merchant_review = new { enforce = true } })).Expect(200);
        return await OfAsync(tenant);
    }

    public static async Task<Applicant> OfAsync(TenantActor tenant) =>
        new(tenant, (await tenant.PostAsync("/v1/merchants", new { name = "元赤坂商店" })).Expect(201).Id);

    public static JsonObject Profile() => new()
    {
        ["legal_kind"] = "corporation",
        ["corporate_number"] = "7000012050002",
        ["representative"] = new JsonObject { ["name"] = "鈴木 一郎", ["name_kana"] = "スズキ イチロウ", ["birth_date"] = "1970-01-02" },
        ["business"] = "化粧品の通信販売",
        ["goods"] = new JsonArray("cosmetics"),
        ["sales_channels"] = new JsonArray("web"),
        ["sites"] = new JsonArray("https://shop.example.jp/"),
        ["sales_methods"] = new JsonArray("mail_order"),
        ["antisocial_consent"] = new JsonObject { ["version"] = "2026-04", ["accepted_on"] = "2026-04-01" },
        ["expected"] = new JsonObject { ["monthly_amount"] = 3_000_000, ["average_order"] = 8_000 },
    };

    public async Task<Answer> FillInAsync() => (await Tenant.PatchAsync(Path, new JsonObject
    {
        ["address"] = "東京都港区元赤坂1-5-31",
        ["phone"] = "03-1234-5678",
        ["contact_email"] = "shop@example.jp",
        ["bank_account"] = new JsonObject
        {
            ["bank_code"] = "9999",
            ["branch_code"] = "001",
            ["account_type"] = "1",
            ["account_number"] = "0000001",
            ["holder_kana"] = "ｶ)ﾃｽﾄ",
        },
        ["profile"] = Profile(),
    })).Expect(200);

    public async Task<Answer> UploadAsync(string kind, byte[]? content = null, string? expiresOn = null, string? replaces = null, string name = "謄本.pdf")
    {
        using MultipartFormDataContent form = new();
        form.Add(new StringContent(kind), "kind");
        if (expiresOn is not null)
        {
            form.Add(new StringContent(expiresOn), "expires_on");
        }

        if (replaces is not null)
        {
            form.Add(new StringContent(replaces), "replaces");
        }

        using ByteArrayContent file = new(content ?? Pdf);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", name);
        return await Tenant.PostAsync($"{Path}/documents", form);
    }

    public async Task HandInAsync()
    {
        await FillInAsync();
        foreach (string kind in new[] { "registration_certificate", "identity_document", "commercial_disclosure" })
        {
            (await UploadAsync(kind)).Expect(201);
        }
    }

    public Task<Answer> CheckAsync(string kind, string outcome = "passed", string occasion = "initial", string? validUntil = null) =>
        Tenant.PostAsync($"{Path}/checks", new { kind, occasion, outcome, note = "確認しました", valid_until = validUntil });

    public async Task PassAllAsync()
    {
        foreach (string kind in DemandedChecks)
        {
            (await CheckAsync(kind)).Expect(201);
        }
    }

    public Task<Answer> MoveAsync(string action, string? reason = "テスト", string? code = null) =>
        Tenant.PostAsync($"{Path}/{action}", new { reason, reason_code = code });

    public async Task<Answer> GetAsync() => (await Tenant.GetAsync(Path)).Expect(200);

    public async Task<string[]> MissingAsync() => Strings((await GetAsync())["missing"]);

    public static string[] Strings(JsonNode? list) => [.. list!.AsArray().Select(item => item!.GetValue<string>())];
}

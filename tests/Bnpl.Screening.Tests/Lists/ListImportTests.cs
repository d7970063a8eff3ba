using System.Text;
using System.Text.Json.Nodes;
using Bnpl.Screening.Tests.Screenings;
using Bnpl.TestKit;
using Bnpl.TestKit.Databases;
using CsCheck;

namespace Bnpl.Screening.Tests.Lists;

public sealed class ListImportTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    private const string File =
        """
        kind,name,name_kana,address,phone,email,device,ip,card,reason,merchant,expires_at,note
        phone,,,,'+81 90-1234-5678,,,,,不正注文,,,店長より
        name_address,鈴木 花子,スズキ ハナコ,"大阪府大阪市北区梅田1-2-3, メゾン梅田 501",,,,,,"未払い、
        ""再三""の督促",,2099-12-31,
        email,,,,,bad@example.jp,,,,,,,
        card,,,,,,,,fp_4242,,,,
        """;

    [Fact]
    public async Task Imports_a_file_whose_entries_are_met_by_the_next_purchase()
    {
        TenantActor tenant = await host.OnboardAsync();
        string merchant = await Purchases.MerchantAsync(tenant);
        Answer imported = (await tenant.ImportAsync("/v1/negatives/import", File)).Expect(200);
        Assert.Equal((4, 4, 0), imported.Counts());

        Answer refused = (await tenant.PostAsync("/v1/screenings", Purchases.Of(merchant))).Expect(201);
        Assert.Equal(("ng", "不正注文"), (refused.Member("verdict"), (string?)refused["matched"]!["negatives"]![0]!["reason"]));
        JsonObject byCard = Purchases.Of(merchant);
        byCard["buyer"]!["phone"] = "090-8765-4321";
        byCard["card"] = new JsonObject { ["fingerprint"] = "fp_4242" };
        Assert.Equal(["card"], (await tenant.PostAsync("/v1/screenings", byCard)).Expect(201)["matched"]!["negatives"]!.AsArray().Select(hit => (string?)hit!["kind"]));

        JsonNode[] entries = [.. (await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray().Select(entry => entry!)];
        Assert.Equal(["card", "email", "name_address", "phone"], entries.Select(entry => (string?)entry["kind"]));
        Assert.Equal("未払い、\n\"再三\"の督促", (string?)entries[2]["reason"]);
        Assert.Equal("2099-12-31T15:00:00Z", (string?)entries[2]["expires_at"]);
        Assert.Equal(("店長より", "import"), ((string?)entries[3]["note"], (string?)entries[3]["source"]));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-8 with mark")]
    [InlineData("shift_jis")]
    public async Task Reads_UTF8_with_or_without_mark_and_Shift_JIS(string encoding)
    {
        TenantActor tenant = await host.OnboardAsync();
        const string text = "kind,phone,reason\r\nphone,０９０－１２３４－５６７８,髙橋様より不正のご連絡\r\n";
        byte[] content = encoding switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "shift_jis" => CsvFiles.ShiftJis.GetBytes(text),
            _ => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        };
        (await tenant.ImportAsync("/v1/positives/import", content)).Expect(200);
        Assert.Equal("髙橋様より不正のご連絡", (string?)(await tenant.GetAsync("/v1/positives")).Expect(200)["data"]![0]!["reason"]);
    }

    [Fact]
    public async Task Skips_what_is_listed_already_in_any_spelling_and_twice_in_the_file()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "090-1234-5678" } })).Expect(201);
        Answer imported = (await tenant.ImportAsync("/v1/negatives/import", "kind,phone\nphone,０９０１２３４５６７８\nphone,090-2222-3333\nphone,'+819022223333\n")).Expect(200);
        Assert.Equal((3, 1, 2), imported.Counts());
        Assert.Equal((3, 0, 3), (await tenant.ImportAsync("/v1/negatives/import", "kind,phone\nphone,09012345678\nphone,09022223333\nphone,09022223333\n")).Expect(200).Counts());

        // The other list, an entry for one merchant and one that was taken off are no duplicates.
        Assert.Equal((1, 1, 0), (await tenant.ImportAsync("/v1/positives/import", "kind,phone\nphone,09012345678\n")).Expect(200).Counts());
        string merchant = await Purchases.MerchantAsync(tenant);
        Assert.Equal((1, 1, 0), (await tenant.ImportAsync("/v1/negatives/import", $"kind,phone,merchant\nphone,09012345678,{merchant}\n")).Expect(200).Counts());
        string id = (string)(await tenant.GetAsync("/v1/positives")).Expect(200)["data"]![0]!["id"]!;
        (await tenant.Api.DeleteAsync($"/v1/positives/{id}")).Expect(204);
        Assert.Equal((1, 1, 0), (await tenant.ImportAsync("/v1/positives/import", "kind,phone\nphone,09012345678\n")).Expect(200).Counts());
    }

    [Fact]
    public async Task Tells_what_is_wrong_by_line_and_column_and_stores_nothing()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer refused = (await tenant.ImportAsync(
            "/v1/negatives/import",
            """
            kind,phone,email,address,name,merchant,expires_at
            phone,090-1234-5678,,,,,
            phone,none,,,,,
            shoe,,,,,,
            "email
            ",,,,,,

            email,,a@example.jp,,,mer_01JD0000000000000000000000,
            phone,090-1234-5679,,,,x,2020-01-01
            phone,090-1234-5670
            name_address,,,東京都,山田 太郎,,tomorrow
            """)).Expect(422, "validation_failed");
        Assert.Equal(
            [
                "line[3].phone not_recognised", "line[4].kind not_allowed", "line[5].email not_recognised", "line[9].merchant invalid_id", "line[9].expires_at out_of_range",
                "line[10] wrong_columns", "line[11].expires_at invalid_instant", "line[8].merchant not_found",
            ],
            refused.Errors());
        Assert.Empty((await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray());
    }

    [Theory]
    [InlineData("kind,phone\nphone,09\"012\n", "line[2] broken_quoting")]
    [InlineData("kind,phone\nphone,\"090\"1\n", "line[2] broken_quoting")]
    [InlineData("kind,phone\nphone,\"09012345678\nphone,09012345679\n", "line[2] broken_quoting")]
    [InlineData("kind,telephone\nphone,090\n", "header[2] unknown_column")]
    [InlineData("phone\n090\n", "header.kind missing_column")]
    [InlineData("kind,phone,phone\nphone,090,090\n", "header.phone duplicate_column")]
    [InlineData("", "file required")]
    [InlineData("kind,phone\nphone,\0\n", "file unknown_encoding")]
    [InlineData("kind,reason,phone\nphone,a\u0001b,09012345678\n", "line[2] invalid_text")]
    public async Task Refuses_a_file_of_the_wrong_form(string csv, string error)
    {
        TenantActor tenant = await host.OnboardAsync();
        Assert.Equal([error], (await tenant.ImportAsync("/v1/negatives/import", csv)).Expect(422).Errors());
    }

    [Fact]
    public async Task Refuses_other_bodies_parameters_and_encodings_by_name()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/negatives/import", new { kind = "phone" })).Expect(415, "unsupported_media_type");
        (await tenant.ImportAsync("/v1/negatives/import?preveiw=true", "kind,phone\nphone,09012345678\n")).Expect(422, "unknown_field");
        (await tenant.ImportAsync("/v1/negatives/import?preview=yes", "kind,phone\nphone,09012345678\n")).Expect(422, "not_allowed");
        (await tenant.ImportAsync("/v1/negatives/import", Encoding.Unicode.GetBytes("kind,phone\nphone,09012345678\n"))).Expect(422, "unknown_encoding");
        (await tenant.ImportAsync("/v1/negatives/import", "kind,phone\nphone,09012345678\n", key: "")).Expect(400, "idempotency_key_required");
        Assert.Empty((await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray());
    }

    [Fact]
    public async Task Tells_at_most_a_hundred_errors_and_takes_at_most_a_hundred_thousand_rows()
    {
        TenantActor tenant = await host.OnboardAsync();
        string wrong = "kind,phone\n" + string.Concat(Enumerable.Repeat("phone,none\n", 500));
        Assert.Equal(100, (await tenant.ImportAsync("/v1/negatives/import", wrong)).Expect(422).Errors().Length);
        string many = "kind,ip\n" + string.Concat(Enumerable.Range(0, 100_001).Select(i => $"ip,10.{i >> 16}.{(i >> 8) & 255}.{i & 255}\n"));
        Assert.Equal(["file too_many_rows"], (await tenant.ImportAsync("/v1/negatives/import", many)).Expect(422).Errors());
    }

    [Fact]
    public async Task Stores_a_hundred_thousand_rows_in_one_call_and_knows_all_of_them_again()
    {
        TenantActor tenant = await host.OnboardAsync();
        string many = "kind,ip,reason\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"ip,10.{i >> 16}.{(i >> 8) & 255}.{i & 255},bot\n"));
        Assert.Equal((100_000, 100_000, 0), (await tenant.ImportAsync("/v1/negatives/import", many)).Expect(200).Counts());
        Assert.Equal((100_000, 0, 100_000), (await tenant.ImportAsync("/v1/negatives/import", many)).Expect(200).Counts());
        string[] lines = (await tenant.GetAsync("/v1/negatives/export")).Expect(200).Text.Split("\r\n");
        Assert.Equal(100_002, lines.Length);
    }

    [Fact]
    public async Task Rehearses_without_storing_and_repeats_its_answer_under_one_key()
    {
        TenantActor tenant = await host.OnboardAsync();
        Answer preview = (await tenant.ImportAsync("/v1/negatives/import?preview=true", File)).Expect(200);
        Assert.Equal(((4, 4, 0), true), (preview.Counts(), (bool)preview["preview"]!));
        Assert.Empty((await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray());

        Answer first = (await tenant.ImportAsync("/v1/negatives/import", File, "import-1")).Expect(200);
        Answer again = (await tenant.ImportAsync("/v1/negatives/import", File, "import-1")).Expect(200);
        Assert.Equal((first.Text, "true"), (again.Text, again.Header("Idempotent-Replayed")));
        (await tenant.ImportAsync("/v1/negatives/import", File + "\nphone,,,,090-9999-8888,,,,,,,,", "import-1")).Expect(422, "idempotency_mismatch");
        Assert.Equal(4, (await tenant.GetAsync("/v1/negatives")).Expect(200)["data"]!.AsArray().Count);
    }

    [Fact]
    public async Task Exports_what_can_be_imported_again_and_keeps_a_record_of_who_took_it()
    {
        TenantActor tenant = await host.OnboardAsync(), other = await host.OnboardAsync();
        (await tenant.ImportAsync("/v1/negatives/import", File)).Expect(200);
        (await tenant.PostAsync("/v1/negatives", new { kind = "device", value = new { device = "=HYPERLINK(\"http://x\")" }, reason = "-1" })).Expect(201);

        Answer export = (await tenant.GetAsync("/v1/negatives/export")).Expect(200);
        Assert.Equal("text/csv; charset=utf-8", export.Header("Content-Type"));
        Assert.StartsWith("﻿kind,name,name_kana,address,phone,email,device,ip,card,reason,merchant,expires_at,note,id,source,created_by,created_at\r\n", export.Text, StringComparison.Ordinal);
        Assert.Contains(",\"'=HYPERLINK(\"\"http://x\"\")\",", export.Text, StringComparison.Ordinal);
        Assert.Contains(",'-1,", export.Text, StringComparison.Ordinal);

        Assert.Equal((5, 0, 5), (await tenant.ImportAsync("/v1/negatives/import", export.Bytes)).Expect(200).Counts());
        Assert.Equal((5, 5, 0), (await other.ImportAsync("/v1/negatives/import", export.Bytes)).Expect(200).Counts());
        Assert.Equal("=HYPERLINK(\"http://x\")", (string?)(await other.GetAsync("/v1/negatives?kind=device")).Expect(200)["data"]![0]!["value"]!["device"]);

        string[] actions = [.. (await tenant.GetAsync("/v1/audit_events")).Expect(200)["data"]!.AsArray().Select(row => (string)row!["action"]!)];
        Assert.Contains("negative.exported", actions);
        Assert.Contains("negative.imported", actions);
        string merchant = await Purchases.MerchantAsync(tenant);
        ApiClient bound = await tenant.ClientAsync("screening:read screening:write", merchant), reader = await tenant.ClientAsync("screening:read");
        (await bound.GetAsync("/v1/negatives/export")).Expect(404);
        (await (tenant with { Api = reader }).ImportAsync("/v1/negatives/import", File)).Expect(403, "insufficient_scope");
    }

    [Fact]
    public async Task Keeps_what_staff_wrote_out_of_plain_sight_and_still_reads_older_entries()
    {
        TenantActor tenant = await host.OnboardAsync();
        (await tenant.PostAsync("/v1/negatives", new { kind = "phone", value = new { phone = "090-1234-5678" }, reason = "夜逃げ", note = "隣人談" })).Expect(201);
        TenantTables tables = new(host.Database, tenant.TenantId);
        Assert.Equal(["-"], await tables.RowsAsync("SELECT reason FROM screening.list_entries"));
        Assert.DoesNotContain(Convert.ToHexString(Encoding.UTF8.GetBytes("夜逃げ")), string.Concat(await tables.RowsAsync("SELECT upper(encode(value, 'hex')) FROM screening.list_entries")), StringComparison.Ordinal);
        Answer read = (await tenant.GetAsync("/v1/negatives")).Expect(200);
        Assert.Equal(("夜逃げ", "隣人談"), ((string?)read["data"]![0]!["reason"], (string?)read["data"]![0]!["note"]));
    }

    [Fact]
    public void Reads_a_sealed_entry_of_either_age()
    {
        Infrastructure.Security.TenantKeys keys = new(Guid.Empty, [new Infrastructure.Security.TenantKey(1, new byte[32], new byte[32])]);
        Guid id = Contracts.EntityId.New();
        byte[] older = keys.Seal("""{"phone":"090"}""", Screening.Lists.SealedEntry.Place(id));
        Assert.Equal(("090", "older"), Of(Screening.Lists.SealedEntry.Open(id, older, "older", keys)));
        Assert.Equal(("080", "newer"), Of(Screening.Lists.SealedEntry.Open(id, new Screening.Lists.SealedEntry(new Screening.Lists.ListValue { Phone = "080" }, "newer", null).Seal(id, keys), null, keys)));

        static (string?, string) Of(Screening.Lists.SealedEntry entry) => (entry.Value.Phone, entry.Reason);
    }

    [Fact]
    public async Task No_bytes_end_in_anything_but_a_refusal()
    {
        TenantActor tenant = await host.OnboardAsync();
        byte[] heading = "kind,phone\n"u8.ToArray();
        await Gen.Byte.Array[0, 200].SampleAsync(
            async bytes =>
            {
                Answer answer = await tenant.ImportAsync("/v1/negatives/import", [.. heading, .. bytes]);
                Assert.True(answer.Status is 200 or 422, answer.Text);
            },
            iter: 60, threads: 1);
    }
}

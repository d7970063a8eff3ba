using Bnpl.TestKit;

namespace Bnpl.Credit.Tests.Merchants;

public sealed class MerchantDocumentTests(PlatformHost host) : IClassFixture<PlatformHost>
{
    [Fact]
    public async Task A_paper_comes_back_as_it_was_sent_and_lies_sealed_meanwhile()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        Answer uploaded = (await shop.UploadAsync("identity_document", name: "鈴木一郎の免許証.pdf")).Expect(201);

        Answer file = (await shop.Tenant.GetAsync($"{shop.Path}/documents/{uploaded.Id}/file")).Expect(200);

        Assert.Equal(Applicant.Pdf, file.Bytes);
        Assert.Equal("application/pdf", file.Header("Content-Type"));
        Assert.Contains("no-store", file.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(("鈴木一郎の免許証.pdf", "current"), (uploaded.Member("file_name"), uploaded.Member("status")));
        Assert.All(
            Directory.EnumerateFiles(host.DataDirectory, "*.sealed", SearchOption.AllDirectories),
            path => Assert.False(File.ReadAllBytes(path).AsSpan().StartsWith("%PDF-"u8)));
        Answer audit = (await shop.Tenant.GetAsync("/v1/audit_events")).Expect(200);
        Assert.Contains("merchant.document_opened", audit.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("鈴木", audit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_what_its_first_bytes_say_it_is()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        Assert.Equal("image/png", (await shop.UploadAsync("other", Applicant.Png, name: "scan.pdf")).Expect(201).Member("media_type"));
        Assert.Equal("image/jpeg", (await shop.UploadAsync("other", [0xFF, 0xD8, 0xFF, 0xE0, 1])).Expect(201).Member("media_type"));
        foreach (byte[] content in new[] { "<html><script>"u8.ToArray(), [], "PK\u0003\u0004"u8.ToArray() })
        {
            Answer refused = (await shop.UploadAsync("other", content, name: "謄本.pdf")).Expect(422, "unsupported_file");
            Assert.Equal("file", (string)refused.Body["errors"]![0]!["field"]!);
        }
    }

    [Fact]
    public async Task Refuses_more_than_ten_megabytes()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        byte[] large = new byte[(10 * 1024 * 1024) + 1];
        Applicant.Pdf.CopyTo(large, 0);

        (await shop.UploadAsync("other", large)).Expect(413);
        (await shop.UploadAsync("other", large[..^1])).Expect(201);
    }

    [Fact]
    public async Task A_paper_is_replaced_or_withdrawn_and_never_gone()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        string first = (await shop.UploadAsync("permit")).Expect(201).Id;
        string second = (await shop.UploadAsync("permit", replaces: first)).Expect(201).Id;

        (await shop.UploadAsync("permit", replaces: first)).Expect(422, "unknown_document");
        (await shop.Tenant.PostAsync($"{shop.Path}/documents/{first}/withdraw", new { reason = "二重" })).Expect(409, "state_conflict");
        Answer withdrawn = (await shop.Tenant.PostAsync($"{shop.Path}/documents/{second}/withdraw", new { reason = "別の店のもの" })).Expect(200);

        Assert.Equal(("withdrawn", "別の店のもの"), (withdrawn.Member("status"), withdrawn.Member("withdrawn_reason")));
        Answer all = (await shop.Tenant.GetAsync($"{shop.Path}/documents")).Expect(200);
        Assert.Equal([$"{second} withdrawn ", $"{first} replaced {second}"], all.Body["data"]!.AsArray().Select(d => $"{d!["id"]} {d["status"]} {d["replaced_by"]}"));
        Assert.Equal(Applicant.Pdf, (await shop.Tenant.GetAsync($"{shop.Path}/documents/{first}/file")).Expect(200).Bytes);
    }

    [Fact]
    public async Task A_paper_that_has_expired_is_wanting_again()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        await shop.HandInAsync();
        string today = (await shop.Tenant.GetAsync("/v1/test_clock")).Member("now")[..10];
        (await shop.Tenant.PatchAsync(shop.Path, new { profile = new { goods = new[] { "medicine" } } })).Expect(200);
        string until = DateOnly.ParseExact(today, "yyyy-MM-dd").AddDays(5).ToString("yyyy-MM-dd");
        (await shop.UploadAsync("permit", expiresOn: until)).Expect(201);
        Assert.Empty(await shop.MissingAsync());

        await MerchantLifeTests.AdvanceAsync(shop.Tenant, days: 7);

        Assert.Equal(["documents.permit"], await shop.MissingAsync());
        (await shop.UploadAsync("permit", expiresOn: until)).Expect(422, "date_passed");
    }

    [Fact]
    public async Task Refuses_a_form_that_is_none_or_says_what_nobody_asked()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());

        (await shop.Tenant.PostAsync($"{shop.Path}/documents", new { kind = "other" })).Expect(415);
        (await shop.UploadAsync("passport")).Expect(422, "not_allowed");
        (await shop.UploadAsync("other", expiresOn: "2027/01/01")).Expect(422, "invalid_date");
        using MultipartFormDataContent form = new() { { new StringContent("other"), "kind" }, { new ByteArrayContent(Applicant.Pdf), "scan", "a.pdf" } };
        (await shop.Tenant.PostAsync($"{shop.Path}/documents", form)).Expect(422, "validation_failed");
    }

    [Fact]
    public async Task A_closed_shops_file_takes_no_more_papers_but_still_complaints()
    {
        Applicant shop = await Applicant.OfAsync(await host.OnboardAsync());
        (await shop.MoveAsync("close")).Expect(200);

        (await shop.UploadAsync("other")).Expect(409, "state_conflict");
        (await shop.CheckAsync("site")).Expect(409, "state_conflict");
        (await shop.Tenant.PostAsync($"{shop.Path}/complaints", new { category = "not_delivered" })).Expect(201);
    }
}

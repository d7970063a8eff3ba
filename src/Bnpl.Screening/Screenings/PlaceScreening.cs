using Bnpl.Contracts;
using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Contracts.Settings;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Bnpl.Screening.Policies;
using Bnpl.Screening.SharedNegatives;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace Bnpl.Screening.Screenings;

/// <summary><c>POST /v1/screenings</c>: a verdict by itself, for shops that take other means of payment too.</summary>
internal sealed class PlaceScreening(
    TenantSession session, TenantContext tenant, Caller caller, TenantClock clock, TimeProvider time, IMerchants merchants, Configurations configurations, GetScreening screenings,
    ITenantSettings settings, SharedHashes shared, ILogger<ScreeningRun> logger)
{
    internal static readonly string[] PaymentMethods = ["bnpl", "card", "cod", "transfer", "convenience"];

    private const int MostMetadata = 50;

    internal sealed record Request
    {
        public string? Merchant { get; init; }
        public string? MerchantOrderNo { get; init; }
        public DateTimeOffset? OrderedAt { get; init; }
        public string? Currency { get; init; }
        public long? Amount { get; init; }
        public string? PaymentMethod { get; init; }
        public IReadOnlyList<PurchaseLine>? Lines { get; init; }
        public BuyerDetails? Buyer { get; init; }
        public IReadOnlyList<Delivery>? Deliveries { get; init; }
        public Device? Device { get; init; }
        public PaymentCard? Card { get; init; }
        public IReadOnlyDictionary<string, string>? Metadata { get; init; }
    }

    public async Task<Created<ScreeningResponse>> RunAsync(Request request, CancellationToken cancellation)
    {
        FieldErrors errors = new();
        errors.OneOf(request.PaymentMethod, "payment_method", PaymentMethods);
        errors.Required(request.PaymentMethod, "payment_method");
        errors.Text(request.MerchantOrderNo, "merchant_order_no", 100);
        errors.Text(request.Card?.Fingerprint, "card.fingerprint", 200);
        if (CardNumber.IsLikely(request.Card?.Fingerprint))
        {
            errors.Add("card.fingerprint", "card_number", "This looks like a card's number. Send the fingerprint that your payment service gives you.");
        }

        CheckMetadata(request.Metadata, errors);
        Guid merchant = MerchantOf(request, errors);
        foreach (FieldError error in PurchaseValidation.Check(
            new PurchaseInput(request.Amount, request.Currency, request.OrderedAt, request.Lines, request.Buyer, request.Deliveries, request.Device, EmailRequired: false),
            clock.Now,
            clock.Today))
        {
            errors.Add(error.Field, error.Code, error.Message);
        }

        errors.ThrowIfAny();
        caller.EnsureReaches(merchant);
        Verdict? fallback = null;
        bool consults = (await settings.GetAsync(cancellation)).Screening.SharedNegatives.Consult;
        ScreeningRun run = new(
            tenant,
            time,
            configurations,
            new ScreeningRequest(
                merchant,
                request.PaymentMethod!,
                request.Amount ?? 0,
                request.OrderedAt ?? clock.Now,
                request.Buyer!,
                request.Lines ?? [],
                request.Deliveries ?? [],
                request.Device,
                tenant.Tenant.IsTest,
                request.Card,
                request.MerchantOrderNo,
                request.Metadata),
            clock.Now,
            logger,
            consults ? shared : null);
        await session.ReadAsync(
            batch =>
            {
                merchants.AddFallbackRead(batch, merchant, verdict => fallback = verdict);
                run.AddReads(batch);
            },
            cancellation);
        run.Decide(fallback ?? throw Refusal.NotFound().AsException());
        run.AddWrites(session, orderId: null);
        ScreeningResponse response = screenings.Shown(run.ToResponse());
        return TypedResults.Created($"/v1/screenings/{response.Id}", response);
    }

    private static void CheckMetadata(IReadOnlyDictionary<string, string>? metadata, FieldErrors errors)
    {
        if (metadata is { Count: > MostMetadata })
        {
            errors.Add("metadata", "too_many", "At most 50 entries.");
            return;
        }

        foreach ((string name, string? value) in metadata ?? new Dictionary<string, string>())
        {
            errors.Text(name, "metadata", 40, required: true);
            errors.Text(value, $"metadata.{name}", 500, multiline: true, emoji: true);
        }
    }

    private Guid MerchantOf(Request request, FieldErrors errors)
    {
        if (request.Merchant is null && caller.MerchantId is { } own)
        {
            return own;
        }

        errors.Required(request.Merchant, "merchant");
        return errors.Id(request.Merchant, IdPrefix.Merchant, "merchant", out Guid merchant) ? merchant : default;
    }
}

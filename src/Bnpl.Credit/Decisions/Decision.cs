using System.Text.Json;
using Bnpl.Credit.Orders;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bnpl.Credit.Decisions;

/// <summary>One verdict on an order, never changed. Facts and rule results explain it without any other row.</summary>
internal sealed class Decision : IMerchantOwned
{
    public const string Automatic = "automatic";
    public const string Manual = "manual";
    public const string Deadline = "deadline";

    /// <summary>An order's decision before the first one.</summary>
    public static readonly Guid None = Guid.Empty;

    public Guid TenantId { get; private init; }
    public required Guid Id { get; init; }
    public required Guid OrderId { get; init; }
    public required Guid MerchantId { get; init; }
    public required string Result { get; init; }
    public required string DecidedBy { get; init; }
    public string? Reviewer { get; init; }
    public byte[]? Note { get; init; }
    public required string Reasons { get; init; }
    public required string Facts { get; init; }
    public required string Rules { get; init; }
    public Guid? ScreeningId { get; init; }
    public string? Model { get; init; }

    /// <summary>The credit policy that the facts and rules come from; a person's or a deadline's verdict keeps that of the verdict it ends.</summary>
    public required int PolicyVersion { get; init; }
    public int? ScreeningPolicyVersion { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }
    public DateTimeOffset? DeadlineAt { get; init; }

    /// <summary>Stands for the verdict that is not there yet; never stored.</summary>
    public static Decision Undecided(Order order) => new()
    {
        Id = None,
        OrderId = order.Id,
        MerchantId = order.MerchantId,
        Result = "",
        DecidedBy = Automatic,
        Reasons = "[]",
        Facts = "{}",
        Rules = "[]",
        PolicyVersion = 0,
        DecidedAt = order.CreatedAt,
    };

    public IReadOnlyList<DecisionReason> ReadReasons() => JsonSerializer.Deserialize<List<DecisionReason>>(Reasons, JsonConventions.Options)!;

    /// <summary>Whether the plan was decided as one that needs the registration; null where nothing was decided about one.</summary>
    public bool? NeedsRegistration()
    {
        using var facts = JsonDocument.Parse(Facts);
        return facts.RootElement.TryGetProperty("plan", out JsonElement plan) && plan.TryGetProperty("needs_registration", out JsonElement needs) ? needs.GetBoolean() : null;
    }

    public static SealedPlace NotePlace(Guid id) => new("credit.decisions", "note", id);

    public static string Json<T>(T value) => JsonSerializer.Serialize(value, JsonConventions.Options);

    internal sealed class Map : IEntityTypeConfiguration<Decision>
    {
        public void Configure(EntityTypeBuilder<Decision> builder)
        {
            builder.ToTable("decisions");
            builder.HasKey(d => new { d.TenantId, d.Id });
            builder.Property(d => d.Reasons).HasColumnType("jsonb");
            builder.Property(d => d.Facts).HasColumnType("jsonb");
            builder.Property(d => d.Rules).HasColumnType("jsonb");
        }
    }
}

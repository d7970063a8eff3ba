using System.Text.Json;
using System.Text.Json.Nodes;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Web;

namespace Bnpl.Api.Batches;

/// <summary>A line as it waits: what to do, to what, with what. Sealed, and gone once it has been run.</summary>
/// <param name="Body">JSON as it was sent: a broken text in it is for the use case to name.</param>
/// <param name="Cells">Of a line made from rows of a file: where each field of the body came from.</param>
internal sealed record LineContent(
    string? Ref, string Op, string? Order, string? Merchant, string? MerchantOrderNo, string? Shipment, string? Body, IReadOnlyDictionary<string, CellPlace>? Cells = null)
{
    public byte[] Seal(TenantKeys keys, Guid batchId) => keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this, JsonConventions.Options), Place(batchId));

    public static LineContent Open(TenantKeys keys, Guid batchId, byte[] value) =>
        JsonSerializer.Deserialize<LineContent>(keys.Open(value, Place(batchId)), JsonConventions.Options)!;

    private static SealedPlace Place(Guid batchId) => new("infra.batch_lines", "content", batchId);
}

/// <summary>A cell of an uploaded table: the line it stands in, and its column by the name in that file.</summary>
internal sealed record CellPlace(int Line, string Column);

/// <summary>What came of a line; sealed, since a problem may quote what was sent.</summary>
/// <param name="Problem">The problem document that the call by itself would have been answered with.</param>
internal sealed record LineResult(string? Ref, string? Op, int StatusCode, string? Resource, string? OrderStatus, JsonObject? Problem)
{
    public const string Ok = "ok";
    public const string Declined = "declined";
    public const string Failed = "failed";
    public const string Pending = "pending";

    public string State => StatusCode >= 400 ? Failed : OrderStatus == "declined" ? Declined : Ok;

    public byte[] Seal(TenantKeys keys, Guid batchId) => keys.Seal(JsonSerializer.SerializeToUtf8Bytes(this, JsonConventions.Options), Place(batchId));

    public static LineResult Open(TenantKeys keys, Guid batchId, byte[] value) =>
        JsonSerializer.Deserialize<LineResult>(keys.Open(value, Place(batchId)), JsonConventions.Options)!;

    /// <summary>What is known of a line before it is run.</summary>
    public static LineResult Waiting(LineContent content) => new(content.Ref, content.Op, 0, null, null, null);

    public static LineResult Of(LineContent content, StoredAnswer answer)
    {
        JsonObject? body = answer.Body.Length == 0 ? null : JsonNode.Parse(answer.Body)?.AsObject();
        if (answer.Status >= 400)
        {
            return new LineResult(content.Ref, content.Op, answer.Status, null, null, Located(body, content.Cells));
        }

        string? status = (string?)body?["object"] == "order" ? (string?)body["status"] : null;
        return new LineResult(content.Ref, content.Op, answer.Status, (string?)body?["id"], status, null);
    }

    public static LineResult Refused(string? reference, string? op, Refusal refusal, IReadOnlyDictionary<string, CellPlace>? cells = null) =>
        new(reference, op, refusal.Status, null, null, Located(JsonNode.Parse(Problems.Serialize(refusal, ""))!.AsObject(), cells));

    // Whoever sent a table knows nothing of our paths; the cell is what he can go and correct.
    private static JsonObject? Located(JsonObject? problem, IReadOnlyDictionary<string, CellPlace>? cells)
    {
        if ((string?)problem?["request_id"] == "")
        {
            problem.Remove("request_id");
        }

        if (cells is null || problem?["errors"] is not JsonArray errors)
        {
            return problem;
        }

        foreach (JsonObject error in errors.OfType<JsonObject>())
        {
            if ((string?)error["field"] is { } field && cells.TryGetValue(field, out CellPlace? place))
            {
                error["line"] = place.Line;
                error["column"] = place.Column;
            }
        }

        return problem;
    }

    private static SealedPlace Place(Guid batchId) => new("infra.batch_lines", "result", batchId);
}

/// <summary>A line as it was read: something to run, or what is wrong with its form.</summary>
internal sealed record ReadLine(int Number, LineContent? Content, LineResult? Refused);

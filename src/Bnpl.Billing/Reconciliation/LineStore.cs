using System.Text.Json;
using Bnpl.Billing.Zengin;
using Bnpl.Contracts;
using Bnpl.Infrastructure.Persistence;
using Bnpl.Infrastructure.Security;
using Bnpl.Infrastructure.Tenancy;
using Bnpl.Infrastructure.Web;
using Npgsql;
using NpgsqlTypes;

namespace Bnpl.Billing.Reconciliation;

/// <summary>
/// Loads a file's lines by binary COPY into a table of this transaction and inserts from there as the application role:
/// COPY itself is not open to row-level security. What another file brought before becomes a duplicate.
/// </summary>
internal sealed class LineStore(TenantSession session, TenantContext tenant, TenantClock clock)
{
    private const string Columns =
        """
        id, line_no, kind, line_key, amount, booked_on, value_on, remittance_on, scan_key, barcode, bank_code, branch_code, account_number,
        remitter_code, cancels, details, payer_hash, key_version
        """;

    public static SealedPlace DetailsOf(Guid line) => new("recon.lines", "details", line);

    public async Task StageAsync(IAsyncEnumerable<ReceivedLine> lines, CancellationToken cancellation)
    {
        NpgsqlConnection connection = await session.ConnectionAsync(cancellation);
        await using (NpgsqlCommand create = new(
            """
            CREATE TEMPORARY TABLE IF NOT EXISTS recon_staged (
                id uuid, line_no integer, kind text, line_key text, amount bigint, booked_on date, value_on date, remittance_on date, scan_key text,
                barcode text, bank_code text, branch_code text, account_number text, remitter_code text, cancels boolean, details bytea,
                payer_hash bytea, key_version integer) ON COMMIT DROP
            """,
            connection))
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }

        await using NpgsqlBinaryImporter copy = await connection.BeginBinaryImportAsync(
            $"COPY pg_temp.recon_staged ({Columns}) FROM STDIN (FORMAT BINARY)", cancellation);
        await foreach (ReceivedLine line in lines.WithCancellation(cancellation))
        {
            await WriteAsync(copy, line, cancellation);
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Inserts what was staged: each record once per tenant, the others as duplicates. Ordered, so that two imports do not wait in a circle.</summary>
    public async Task InsertAsync(Guid importId, CancellationToken cancellation)
    {
        await session.ExecuteAsync(
            new Sql(
                $"""
                INSERT INTO recon.lines (tenant_id, version, import_id, status, created_at, {Columns})
                SELECT $1, 1, $2, 'unmatched', $3, {Columns} FROM pg_temp.recon_staged ORDER BY line_key
                ON CONFLICT (tenant_id, line_key) WHERE status <> 'duplicate' DO NOTHING
                """,
                tenant.TenantId, importId, clock.Now),
            cancellation);
        await session.ExecuteAsync(
            new Sql(
                $"""
                INSERT INTO recon.lines (tenant_id, version, import_id, status, created_at, considered_at, {Columns})
                SELECT $1, 1, $2, 'duplicate', $3, $3, {Columns} FROM pg_temp.recon_staged s
                WHERE NOT EXISTS (SELECT 1 FROM recon.lines l WHERE l.tenant_id = $1 AND l.id = s.id)
                """,
                tenant.TenantId, importId, clock.Now),
            cancellation);
    }

    private async Task WriteAsync(NpgsqlBinaryImporter copy, ReceivedLine line, CancellationToken cancellation)
    {
        byte[] details = tenant.Keys.Seal(JsonSerializer.SerializeToUtf8Bytes(line.Details, JsonConventions.Options), DetailsOf(line.Id));
        string payer = line.Details.PayerName is { } name ? PayerNameKey.Of(name).Key : "";
        await copy.StartRowAsync(cancellation);
        await copy.WriteAsync(line.Id, NpgsqlDbType.Uuid, cancellation);
        await copy.WriteAsync(line.Line, NpgsqlDbType.Integer, cancellation);
        await copy.WriteAsync(line.Kind, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Key, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Amount, NpgsqlDbType.Bigint, cancellation);
        await copy.WriteAsync(line.BookedOn, NpgsqlDbType.Date, cancellation);
        await copy.WriteAsync(line.ValueOn, NpgsqlDbType.Date, cancellation);
        await copy.WriteAsync(line.RemittanceOn, NpgsqlDbType.Date, cancellation);
        await copy.WriteAsync(line.ScanKey, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Barcode, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Account?.BankCode, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Account?.BranchCode, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Account?.Number, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.RemitterCode, NpgsqlDbType.Text, cancellation);
        await copy.WriteAsync(line.Cancels, NpgsqlDbType.Boolean, cancellation);
        await copy.WriteAsync(details, NpgsqlDbType.Bytea, cancellation);

        // An empty key would make all nameless payers one.
        await copy.WriteAsync(payer.Length == 0 ? null : tenant.Keys.SearchHash("payer", payer), NpgsqlDbType.Bytea, cancellation);
        await copy.WriteAsync(payer.Length == 0 ? null : (int?)tenant.Keys.CurrentVersion, NpgsqlDbType.Integer, cancellation);
    }
}

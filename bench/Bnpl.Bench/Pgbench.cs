using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Bnpl.TestKit.Databases;
using Npgsql;

namespace Bnpl.Bench;

/// <summary>
/// What PostgreSQL does on this machine without us: the same rows as an order or a screening leaves, by the serving role under the same row-level
/// security, prepared, in one pipeline (one round trip), ids rising like ours.
/// </summary>
internal sealed partial class Pgbench(TestDatabase database, Guid tenant)
{
    public async Task<string> FloorScriptAsync(AdminDatabase admin)
    {
        await admin.ExecuteAsync("CREATE TABLE IF NOT EXISTS public.bench_floor (id bigint PRIMARY KEY, at timestamptz NOT NULL)");
        await admin.ExecuteAsync($"GRANT USAGE ON SCHEMA public TO \"{App.Username}\"; GRANT INSERT ON public.bench_floor TO \"{App.Username}\"");
        return "\\set n random(1, 9000000000000000000)\nINSERT INTO public.bench_floor VALUES (:n, now()) ON CONFLICT DO NOTHING;\n";
    }

    public string InsertScript(RowPattern pattern)
    {
        string Id(string what) =>
            $"(lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7' || substr(md5('{what}' || :n::text), 1, 3) || '8' || substr(md5('{what}' || :n::text), 4, 15))::uuid";

        string? Replace(PatternRow row, PatternColumn column) => (row.Table, column.Name) switch
        {
            ("credit.orders", "merchant_order_no") => "'G-' || :n::text",
            ("infra.idempotent_answers", "key") => "'G-' || :n::text",
            ("infra.idempotent_answers", "id") => Id("answer"),
            ("infra.events", "id") => Id("event"),
            (_, "key_hash") => $"decode(md5('{column.Value}|' || :n::text), 'hex')",
            _ when pattern.IdOf(column) is { } what => Id(what),
            _ when column.Value is not null && column.Type == "timestamp with time zone" => "now()",
            _ when column.Value?.Contains(':', StringComparison.Ordinal) == true => Escaped(column),
            _ => null,
        };

        // Fanned out already: the relay of the API under test must not deliver pgbench's events.
        string? Quiet(PatternRow row, PatternColumn column) => column.Name == "fanned_out_at" ? "now()" : Replace(row, column);

        // Counters are added to, each client in a slot of its own choice, as the API does.
        string? Slot(PatternRow row, PatternColumn column) => column.Name == "slot" ? ":slot" : null;

        IEnumerable<string> inserts =
        [
            .. Grouped(pattern.AllRows).Select(group => Multi(group, Quiet)),
            .. Grouped(pattern.CounterRows).Select(group =>
                $"{Multi(group, Slot)} ON CONFLICT (tenant_id, scope, merchant_id, day, slot) DO UPDATE SET amount = exposures.amount + EXCLUDED.amount, orders = exposures.orders + EXCLUDED.orders"),
        ];
        return $"""
            \set n random(1, 9000000000000000000)
            \set slot random(0, 15)
            \startpipeline
            BEGIN;
            SET LOCAL app.tenant_id = '{tenant}';
            {string.Join(";\n", inserts)};
            COMMIT;
            \endpipeline

            """;
    }

    public async Task<double> RunAsync(string script, int clients, int seconds)
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, script);
            ProcessStartInfo start = new(
                Environment.GetEnvironmentVariable("PGBENCH") ?? "pgbench",
                [
                    "-n", "-M", "prepared", "-c", Text(clients), "-j", "2", "-T", Text(seconds), "-f", file,
                    "-h", App.Host!, "-p", Text(App.Port), "-U", App.Username!, App.Database!,
                ])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["PGPASSWORD"] = App.Password;
            using Process process = Process.Start(start) ?? throw new InvalidOperationException("pgbench could not be started.");
            Task<string> error = process.StandardError.ReadToEndAsync();
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Match rate = Rate().Match(output);
            return process.ExitCode == 0 && rate.Success
                ? double.Parse(rate.Groups["tps"].Value, CultureInfo.InvariantCulture)
                : throw new InvalidOperationException($"pgbench failed: {output}{await error}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private NpgsqlConnectionStringBuilder App => new(database.AppConnectionString);

    /// <summary>Rows of one table go in one statement, as the API sends them.</summary>
    private static IEnumerable<List<PatternRow>> Grouped(IEnumerable<PatternRow> rows) => rows.GroupBy(row => row.Table).Select(group => group.ToList());

    private static string Multi(List<PatternRow> rows, Func<PatternRow, PatternColumn, string?> replace)
    {
        const string Values = ") VALUES (";
        string first = rows[0].Insert(replace);
        IEnumerable<string> further = rows.Skip(1).Select(row => row.Insert(replace)).Select(text => text[(text.IndexOf(Values, StringComparison.Ordinal) + Values.Length - 1)..]);
        return string.Join(", ", [first, .. further]).Replace("\n", " ", StringComparison.Ordinal);
    }

    // pgbench takes :name for a variable of its own, also inside a literal.
    private static string Escaped(PatternColumn column) =>
        $"E'{column.Value!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal).Replace(":", "\\x3a", StringComparison.Ordinal)}'::{column.Type}";

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}

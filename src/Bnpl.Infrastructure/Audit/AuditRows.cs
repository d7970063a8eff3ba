using System.Data.Common;

namespace Bnpl.Infrastructure.Audit;

/// <summary>The columns of a stored audit row and how to read them.</summary>
public static class AuditRows
{
    public const string Columns = "e.id, e.at, e.business_at, e.actor, e.action, e.resource, e.resource_id, e.fields, e.ip_address, e.request_id";

    public const int ColumnCount = 10;

    public static AuditEvent Read(DbDataReader reader, int from = 0) => new(
        reader.GetGuid(from),
        reader.GetFieldValue<DateTimeOffset>(from + 1),
        reader.GetFieldValue<DateTimeOffset>(from + 2),
        reader.GetString(from + 3),
        reader.GetString(from + 4),
        reader.GetString(from + 5),
        reader.GetString(from + 6),
        reader.GetFieldValue<string[]>(from + 7),
        reader.IsDBNull(from + 8) ? null : reader.GetString(from + 8),
        reader.IsDBNull(from + 9) ? null : reader.GetString(from + 9));
}

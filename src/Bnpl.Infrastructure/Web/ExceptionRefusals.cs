using System.Text.Json;
using System.Text.RegularExpressions;
using Bnpl.Contracts;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Bnpl.Infrastructure.Web;

/// <summary>Turns what ends a request early into the contract's refusals. Anything unknown is a defect: 500, told nothing of.</summary>
public static partial class ExceptionRefusals
{
    public static readonly Refusal Internal = new(500, "internal_error", "Something went wrong on our side. Quote the request id when you ask us.");

    public static readonly Refusal Busy = new(503, "busy", "Too many requests met at the same resource. Send this one again.");

    /// <summary>What waited too long for a connection or a lock, or lost its connection. Nothing is known to be committed: the same key finds out.</summary>
    private static readonly Refusal s_overloaded = new(503, "busy", "The platform has more to do than it can at the moment. Send this one again with the same key.");

    /// <summary>Null for exceptions that are defects.</summary>
    public static Refusal? From(Exception exception) => exception switch
    {
        RefusalException refused => refused.Refusal,
        BadHttpRequestException { InnerException: JsonException json } => FromJson(json),
        BadHttpRequestException { StatusCode: 413 } => new Refusal(413, "too_large", "The body is larger than this call accepts."),
        BadHttpRequestException { StatusCode: 415 } => new Refusal(415, "unsupported_media_type", "This call does not accept that content type."),
        BadHttpRequestException bad when bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase) =>
            new Refusal(400, "body_required", "A JSON body is required."),
        BadHttpRequestException => new Refusal(400, "malformed_request", "The request could not be read."),
        InvalidDataException => new Refusal(400, "malformed_request", "The form could not be read."),
        _ => IsOverload(exception) ? s_overloaded : null,
    };

    // EF wraps what the connection says once or twice.
    private static bool IsOverload(Exception? exception)
    {
        while (exception is not null and not NpgsqlException)
        {
            exception = exception.InnerException;
        }

        return exception is NpgsqlException { IsTransient: true };
    }

    /// <summary>Serialization failures and deadlocks: nothing happened, the use case may run again.</summary>
    public static bool IsRetryable(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is RetryException
                || exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is wrong with a JSON text, by the field it is wrong at.</summary>
    public static Refusal FromJson(JsonException exception)
    {
        string field = FieldOf(exception.Path);
        if (exception.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            string name = Quoted().Match(exception.Message).Groups["name"].Value;
            string full = field.Length == 0 || field == name || field.EndsWith("." + name, StringComparison.Ordinal) ? (field.Length == 0 ? name : field) : $"{field}.{name}";
            return Refusal.Invalid(full, "unknown_field", "This field does not exist.");
        }

        if (exception.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
        {
            return Refusal.Invalid(field.Length > 0 ? field : Quoted().Match(exception.Message).Groups["name"].Value, "duplicate_field", "This field is given twice.");
        }

        if (exception.Message.StartsWith("invalid_", StringComparison.Ordinal))
        {
            string code = exception.Message.Split([' ', '.'])[0];
            return Refusal.Invalid(field, code, code == "invalid_text" ? "Control characters and broken characters are not allowed." : "The value has the wrong form.");
        }

        // A syntax error comes from the reader, a value of the wrong type from a converter; only their words tell them apart at the root.
        bool wrongType = exception.Message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal);
        return exception.InnerException is JsonException || (field.Length == 0 && !wrongType)
            ? new Refusal(400, "malformed_json", "The body is not valid JSON.")
            : Refusal.Invalid(field.Length == 0 ? "$" : field, "invalid_type", "The value has the wrong type or form.");
    }

    private static string FieldOf(string? path) => path is null or "$" ? "" : path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path.TrimStart('$');

    [GeneratedRegex("'(?<name>[^']*)'", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Quoted();
}

/// <summary>Two use cases met (both inserted the same new row): nothing is committed, and it runs again from the start.</summary>
public sealed class RetryException(string message, Exception? inner = null) : Exception(message, inner);

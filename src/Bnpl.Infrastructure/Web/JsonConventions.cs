using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bnpl.Infrastructure.Web;

/// <summary>The contract's JSON: snake_case, unknown and repeated members refused, strings free of what no text column can hold.</summary>
public static class JsonConventions
{
    /// <summary>Options for stored and published JSON; requests and answers use the same.</summary>
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DictionaryKeyPolicy = null;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = 32;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new StrictStringConverter());
        options.Converters.Add(new InstantConverter());
        return options;
    }

    /// <summary>Refuses control characters (tab and line breaks aside) and lone surrogates, which PostgreSQL and PDF cannot hold.</summary>
    private sealed class StrictStringConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text;
            try
            {
                text = reader.GetString();
            }
            catch (InvalidOperationException exception)
            {
                throw new JsonException(reader.TokenType == JsonTokenType.String ? "invalid_text" : "invalid_type", exception);
            }

            return text is null || IsClean(text) ? text : throw new JsonException("invalid_text");
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Read(ref reader, typeToConvert, options) ?? "";

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);

        private static bool IsClean(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                char c = text[i];
                if (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
                {
                    return false;
                }

                if (char.IsSurrogate(c) && (!char.IsHighSurrogate(c) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i])))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Instants as RFC 3339 in UTC with <c>Z</c>; requests may use any offset but must name one.</summary>
    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            return Instants.TryParse(text, out DateTimeOffset instant) ? instant : throw new JsonException("invalid_instant");
        }

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Instants.Format(value));
    }
}

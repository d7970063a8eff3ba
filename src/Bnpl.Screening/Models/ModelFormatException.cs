namespace Bnpl.Screening.Models;

/// <summary>The bytes are not a model that this program can trust: cut, changed, of another format or beyond its limits.</summary>
internal sealed class ModelFormatException(string message) : Exception(message);

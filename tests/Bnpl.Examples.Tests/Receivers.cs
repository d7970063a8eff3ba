namespace Bnpl.Examples.Tests;

/// <summary>Whoever installs the receiver's packages does so alone.</summary>
[CollectionDefinition(Collection)]
public sealed class Receivers
{
    public const string Collection = "webhook receiver";
}

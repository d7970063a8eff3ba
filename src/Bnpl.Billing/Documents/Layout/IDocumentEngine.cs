namespace Bnpl.Billing.Documents.Layout;

/// <summary>Turns laid-out sheets into a file. The layout knows nothing of the engine, so another one (QuestPDF) could sit here.</summary>
internal interface IDocumentEngine
{
    /// <summary>The same paper and properties give the same bytes, always.</summary>
    byte[] Write(Paper paper, DocumentProperties properties);
}

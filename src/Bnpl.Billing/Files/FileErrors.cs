namespace Bnpl.Billing.Files;

/// <summary>What is wrong with a received file; line numbers start at 1, so that they match what an editor shows.</summary>
internal sealed record FileError(int Line, string Field, string Message);

/// <summary>
/// Collects what a reader found. A file with any error changes nothing, so the caller rolls back when <see cref="Any"/> is true;
/// readers go on to the limit, so that one look shows the sender all that is wrong.
/// </summary>
internal sealed class FileErrors
{
    public const int Limit = 100;

    private readonly List<FileError> found = [];

    public IReadOnlyList<FileError> Found => found;

    public bool Any => found.Count > 0;

    public bool IsFull => found.Count >= Limit;

    public void Add(int line, string field, string message)
    {
        if (!IsFull)
        {
            found.Add(new FileError(line, field, message));
        }
    }
}

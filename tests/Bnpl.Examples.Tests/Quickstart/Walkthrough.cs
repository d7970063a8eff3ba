namespace Bnpl.Examples.Tests.Quickstart;

/// <summary>A fenced block of a document. The word after the language names the terminal; readers are told in the text above it.</summary>
/// <param name="Step">The number of the step it stands in.</param>
/// <param name="IsCommand">Something to type; otherwise what is then to be seen.</param>
internal sealed record Block(int Line, int Step, bool IsCommand, string Terminal, string Text);

/// <summary>The commands and answers of a walk-through, in their order.</summary>
internal static class Walkthrough
{
    /// <summary>Where the reader types most.</summary>
    public const string Main = "main";

    private const string Fence = "```";

    public static IReadOnlyList<Block> Read(string document)
    {
        List<Block> blocks = [];
        string[] lines = document.ReplaceLineEndings("\n").Split('\n');
        string terminal = Main;
        int step = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                step = lines[i].StartsWith("## ", StringComparison.Ordinal) && int.TryParse(lines[i][3..].Split('.')[0], out int number) ? number : step;
                continue;
            }

            string[] info = lines[i][Fence.Length..].Split(' ');
            bool command = info[0] == "bash";

            // An answer belongs to the terminal typed in last, unless it says otherwise.
            terminal = info.Length > 1 ? info[1] : command ? Main : terminal;
            int end = Array.IndexOf(lines, Fence, i + 1);
            blocks.Add(new Block(i + 1, step, command, terminal, string.Join('\n', lines[(i + 1)..end])));
            i = end;
        }

        return blocks;
    }

    /// <summary>Whether a line is as printed, <c>…</c> standing for anything.</summary>
    public static bool Matches(string printed, string actual)
    {
        string[] parts = printed.Split('…');
        if (parts.Length == 1)
        {
            return printed == actual;
        }

        int at = parts[0].Length;
        if (!actual.StartsWith(parts[0], StringComparison.Ordinal) || !actual.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        foreach (string part in parts[1..^1])
        {
            int found = actual.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return actual.Length - parts[^1].Length >= at;
    }
}

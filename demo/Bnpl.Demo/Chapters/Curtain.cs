namespace Bnpl.Demo.Chapters;

/// <summary>Where everything is, and how to go on.</summary>
internal static class Curtain
{
    public static async Task PlayAsync(Stage stage, bool keep)
    {
        Story story = stage.Story;
        story.Chapter("What is left");
        string outbox = Path.Combine(stage.DataFolder, "outbox", stage.AozoraSlug);
        string[] mails = await MailsAsync(outbox, stage.Server.Interrupted);
        story.Tell($"PDFs and money files: {story.Folder}");
        story.Tell($"{mails.Length} mails as they were sent: {outbox}");
        story.Tell($"The server's log: {stage.Server.Log}");
        if (!keep)
        {
            Console.WriteLine("\n✓ The story is told. ./bnpl demo --keep leaves the server up.");
            return;
        }

        stage.Server.Keep();
        string token = await stage.Aozora.TokenAsync();
        Console.WriteLine($"\n✓ The story is told, and the server stays up at {stage.Server.Url} (docs at {stage.Server.Url}/docs).");
        Console.WriteLine($"  Stop it: kill {stage.Server.ProcessId}");
        Console.WriteLine($"\ntoken {token}");
        Console.WriteLine($"\ncurl -s -H 'Authorization: Bearer {token}' {stage.Server.Url}/v1/orders/{stage.Yamada}");
    }

    // A worker sends them a moment after the call that wanted them; four invoices at the least.
    private static async Task<string[]> MailsAsync(string outbox, CancellationToken cancellation)
    {
        for (int attempt = 0; attempt < 100; attempt++)
        {
            string[] mails = Directory.Exists(outbox) ? Directory.GetFiles(outbox, "*.eml") : [];
            if (mails.Length >= 4)
            {
                return mails;
            }

            await Task.Delay(100, cancellation);
        }

        throw new UnexpectedAnswer($"There are no mails in {outbox}.");
    }
}

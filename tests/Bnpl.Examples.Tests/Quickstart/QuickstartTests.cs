using Bnpl.TestKit.Databases;

namespace Bnpl.Examples.Tests.Quickstart;

/// <summary>The walk-through for cart developers, typed as it is printed: from an empty database to the handled webhooks.</summary>
[Collection(Receivers.Collection)]
public sealed class QuickstartTests : IAsyncLifetime
{
    private readonly string _folder;
    private string _data;
    private readonly Dictionary<string, Terminal> _terminals = [];
    private readonly List<string> _receiverLines = [];
    private NewDatabase _database = null!;
    private (int Platform, int Receiver, int Shop) _ports;

    public QuickstartTests() => _folder = _data = Directory.CreateTempSubdirectory("bnpl-quickstart-").FullName;

    public async ValueTask InitializeAsync()
    {
        _database = await NewDatabase.NameAsync();
        _ports = (FreePort.Find(), FreePort.Find(), FreePort.Find());
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (Terminal terminal in _terminals.Values)
        {
            await terminal.DisposeAsync();
        }

        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_cart_developer_gets_from_nothing_to_a_handled_webhook()
    {
        IReadOnlyList<Block> blocks = Walkthrough.Read(await DocumentAsync("cart-quickstart.md"));
        Assert.Equal(["main", "platform", "receiver", "shop"], blocks.Select(block => block.Terminal).Distinct().Order(StringComparer.Ordinal));
        IReadOnlyList<string> answer = [];
        foreach (Block block in blocks)
        {
            Terminal terminal = Open(block.Terminal);
            if (!block.IsCommand)
            {
                string[] printed = AsPrinted(block).Split('\n');
                if (block.Terminal == Walkthrough.Main)
                {
                    Compare(block, printed, answer);
                    answer = [];
                }
                else
                {
                    await terminal.SeeAsync(printed);
                    _receiverLines.AddRange(block.Terminal == "receiver" ? printed : []);
                }
            }
            else if (block.Terminal == Walkthrough.Main)
            {
                Assert.True(answer.Count == 0, $"The answer before line {block.Line} is not shown: {string.Join('\n', answer)}");
                answer = await terminal.RunAsync(block.Text);
            }
            else
            {
                await terminal.TypeAsync(block.Text);
            }
        }

        // All that was printed came, and nothing else.
        Assert.Empty(Open("receiver").Beyond(_receiverLines));
        await BeginWithAGivenClientAsync([.. blocks.Where(block => block.Terminal == Walkthrough.Main)]);
    }

    /// <summary>The payment company made the client: the reader has four values, and types the helpers and what comes from step 3 on.</summary>
    private async Task BeginWithAGivenClientAsync(IReadOnlyList<Block> blocks)
    {
        const int GetAClient = 2;
        const int Webhooks = 4;
        const int Paid = 11;
        _data = Directory.CreateDirectory(Path.Combine(_data, "given")).FullName;
        File.Copy(Path.Combine(_data, "../platform-client.json"), Path.Combine(_data, "platform-client.json"));
        foreach (Block block in blocks.Where(block => block is { Step: GetAClient, IsCommand: true }))
        {
            await Open("payment company").RunAsync(block.Text);
        }

        IReadOnlyList<string> answer = await Open("reader").RunAsync(blocks[0].Text);
        foreach (Block block in blocks.Where(block => block.Step is > GetAClient and not Webhooks and < Paid))
        {
            if (block.IsCommand)
            {
                answer = await Open("reader").RunAsync(block.Text);
            }
            else
            {
                Compare(block, AsPrinted(block).Split('\n'), answer);
            }
        }
    }

    [Fact]
    public async Task The_Japanese_walk_through_has_the_same_commands_and_answers() => Assert.Equal(
        Walkthrough.Read(await DocumentAsync("cart-quickstart.md")).Select(block => block with { Line = 0 }),
        Walkthrough.Read(await DocumentAsync("cart-quickstart.ja.md")).Select(block => block with { Line = 0 }));

    private static async Task<string> DocumentAsync(string name) => await File.ReadAllTextAsync(Path.Combine(RunningProgram.Clone, "docs", name));

    private static void Compare(Block block, string[] printed, IReadOnlyList<string> actual) => Assert.True(
        printed.Length == actual.Count && printed.Zip(actual, Walkthrough.Matches).All(same => same),
        $"Line {block.Line} prints\n{block.Text}\nbut the answer was\n{string.Join('\n', actual)}");

    /// <summary>The answer as it is on this machine, where the usual ports may be in use.</summary>
    private string AsPrinted(Block block) => block.Text
        .Replace("localhost:5080", $"localhost:{_ports.Platform}", StringComparison.Ordinal)
        .Replace("127.0.0.1:4000", $"127.0.0.1:{_ports.Receiver}", StringComparison.Ordinal)
        .Replace("localhost:3000", $"localhost:{_ports.Shop}", StringComparison.Ordinal);

    private Terminal Open(string name) => _terminals.TryGetValue(name, out Terminal? open) ? open : _terminals[name] = new Terminal(new Dictionary<string, string>
    {
        ["BNPL_DATABASE_URL"] = _database.Url,
        ["BNPL_DATA_DIR"] = _data,
        ["BNPL_HTTP_PORT"] = $"{_ports.Platform}",
        ["BNPL_PUBLIC_URL"] = $"http://localhost:{_ports.Platform}",
        ["WEBHOOK_PORT"] = $"{_ports.Receiver}",
        ["SHOP_PORT"] = $"{_ports.Shop}",
    });
}

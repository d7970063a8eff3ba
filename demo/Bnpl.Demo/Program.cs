using Bnpl.Demo;
using Bnpl.Demo.Chapters;

if (args is not [{ } api, .. { } options] || options.Any(option => option != "--keep"))
{
    Console.Error.WriteLine("usage: ./bnpl demo [--keep]");
    return 2;
}

string data = Environment.GetEnvironmentVariable("BNPL_DATA_DIR") ?? throw new InvalidOperationException("Start the demo with ./bnpl demo.");
Story story = new(data);
await using Server server = new(api, data, story.Folder);
try
{
    await server.StartAsync();
    Stage stage = new(server, story, data);
    await Onboarding.PlayAsync(stage);
    await Orders.PlayAsync(stage);
    await Screening.PlayAsync(stage);
    await Shipping.PlayAsync(stage);
    await Payments.PlayAsync(stage);
    await Dunning.PlayAsync(stage);
    await Closing.PlayAsync(stage);
    await Curtain.PlayAsync(stage, keep: options.Length > 0);
    return 0;
}
catch (UnexpectedAnswer unexpected)
{
    story.Stop(unexpected.Message);
    return 1;
}
catch (OperationCanceledException)
{
    story.Stop("The demo was interrupted.");
    return 130;
}

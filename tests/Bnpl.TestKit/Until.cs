using System.Diagnostics;

namespace Bnpl.TestKit;

/// <summary>Waiting for what another process does: looked at again and again, with a deadline that only a defect reaches.</summary>
public static class Until
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static async Task TrueAsync(string what, Func<Task<bool>> look, int everyMilliseconds = 20)
    {
        long started = Stopwatch.GetTimestamp();
        while (!await look())
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience)
            {
                throw new TimeoutException($"It never came: {what}.");
            }

            await Task.Delay(everyMilliseconds);
        }
    }

    /// <summary>Asks until the answer is not one that says "later".</summary>
    public static async Task<Answer> AnsweredAsync(Func<Task<Answer>> ask, string later)
    {
        Answer? answer = null;
        await TrueAsync($"an answer other than {later}", async () => (answer = await ask()).Status != 409 || answer.Code != later, everyMilliseconds: 100);
        return answer!;
    }
}

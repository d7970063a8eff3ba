using Quartz;

namespace Bnpl.Infrastructure.Runs;

/// <summary>Whether this host's scheduler wakes the daily work, for <c>/health/ready</c>.</summary>
public sealed class SchedulerHealth(ISchedulerFactory schedulers)
{
    public async Task<bool> IsRunningAsync(CancellationToken cancellation)
    {
        try
        {
            IScheduler scheduler = await schedulers.GetScheduler(cancellation);

            // The look at a job asks the store, which an in-memory flag would not.
            return scheduler.Status == SchedulerStatus.Running
                && await scheduler.Exists(new JobKey("business-date-run"), cancellation);
        }
        catch (SchedulerException)
        {
            return false;
        }
    }
}

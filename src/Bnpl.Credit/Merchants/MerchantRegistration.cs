using Bnpl.Contracts.Credit;
using Bnpl.Credit.Merchants.Checks;
using Bnpl.Credit.Merchants.Complaints;
using Bnpl.Credit.Merchants.Documents;
using Bnpl.Credit.Merchants.Exchange;
using Bnpl.Credit.Merchants.Fees;
using Bnpl.Credit.Merchants.Monitoring;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Credit.Merchants;

internal static class MerchantRegistration
{
    public static IServiceCollection AddMerchants(this IServiceCollection services) => services
        .AddScoped<IMerchants, MerchantProfiles>()
        .AddScoped<MerchantStore>()
        .AddScoped<MerchantMoves>()
        .AddScoped<MerchantReviewPolicy>()
        .AddScoped<ReadPapers>()
        .AddScoped<CreateMerchant>()
        .AddScoped<ReadMerchants>()
        .AddScoped<ChangeMerchant>()
        .AddScoped<MoveMerchant>()
        .AddScoped<ReadHistory>()
        .AddScoped<UploadDocument>()
        .AddScoped<ReadDocuments>()
        .AddScoped<WithdrawDocument>()
        .AddScoped<RecordCheck>()
        .AddScoped<CheckConsequences>()
        .AddScoped<ReadChecks>()
        .AddScoped<RecordComplaint>()
        .AddScoped<ReadComplaints>()
        .AddScoped<CloseComplaint>()
        .AddScoped<CreateFeePlan>()
        .AddScoped<ReadFeePlans>()
        .AddScoped<AssignFeePlan>()
        .AddScoped<AssessMerchants>()
        .AddScoped<ReadMonitoring>()
        .AddScoped<ExportExchangeRecord>()
        .AddScoped<IEventHandler, HearMerchantFacts>()
        .AddScoped<IBusinessDateStep, SealMerchants>()
        .AddScoped<IBusinessDateStep, CountMerchantDays>()
        .AddScoped<IBusinessDateStep, WatchMerchants>();
}

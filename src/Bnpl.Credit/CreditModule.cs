using Bnpl.Contracts.Credit;
using Bnpl.Contracts.Privacy;
using Bnpl.Contracts.Settings;
using Bnpl.Credit.Buyers;
using Bnpl.Credit.CreditBureau;
using Bnpl.Credit.Decisions;
using Bnpl.Credit.Eligibility;
using Bnpl.Credit.Limits;
using Bnpl.Credit.Merchants;
using Bnpl.Credit.Orders;
using Bnpl.Credit.Policies;
using Bnpl.Credit.Reviews;
using Bnpl.Credit.Verification;
using Bnpl.Infrastructure.Events;
using Bnpl.Infrastructure.Runs;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Bnpl.Credit;

/// <summary>The module's two public doors.</summary>
public static class CreditModule
{
    public static IServiceCollection AddCreditModule(this IServiceCollection services) => services
        .AddMerchants()
        .AddScoped<IOrders, BillableOrders>()
        .AddScoped<IOrderNumbers, OrderNumbers>()
        .AddScoped<OrderLedger>()
        .AddScoped<OrderEvents>()
        .AddScoped<OrderReading>()
        .AddScoped<PlaceOrder>()
        .AddScoped<CancelOrder>()
        .AddScoped<CorrectOrder>()
        .AddScoped<AmendOrder>()
        .AddScoped<LowerContent>()
        .AddScoped<PendingAmends>()
        .AddScoped<CloseOrder>()
        .AddScoped<OrderEnds>()
        .AddScoped<DecideAgain>()
        .AddScoped<HoldUndecided>()
        .AddScoped<Verifications>()
        .AddScoped<VerifyOrder>()
        .AddScoped<ResendCode>()
        .AddScoped<PlaySms>()
        .AddScoped<ReadTimeline>()
        .AddScoped<CreditChecks>()
        .AddSingleton<CurrentPolicies>()
        .AddSingleton<ICreditBureau, FileCreditBureau>()
        .AddSingleton<BureauLine>()
        .AddScoped<BureauDesk>()
        .AddSingleton<ExposurePressure>()
        .AddScoped<LimitGuard>()
        .AddScoped<MeansGuard>()
        .AddScoped<IBusinessDateStep, ReconcileLimits>()
        .AddScoped<PolicyHistory>()
        .AddScoped<PolicyInForce>()
        .AddScoped<ReadPolicies>()
        .AddScoped<PutPolicy>()
        .AddScoped<ISettingsFollower, FollowSettings>()
        .AddScoped<CheckEligibility>()
        .AddScoped<BuyerAccounts>()
        .AddScoped<FindBuyers>()
        .AddScoped<CorrectBuyer>()
        .AddScoped<BuyerPrivacy>()
        .AddScoped<IPersonalRecords, OrderRecords>()
        .AddScoped<ReviewDesk>()
        .AddScoped<ReviewLog>()
        .AddScoped<ReviewAnswers>()
        .AddScoped<SimilarOrders>()
        .AddScoped<ReadReviews>()
        .AddScoped<ReadReview>()
        .AddScoped<ClaimReview>()
        .AddScoped<DecideReview>()
        .AddScoped<AddReviewNote>()
        .AddScoped<ReviewStats>()
        .AddSingleton(provider => DecisionBudget.From(provider.GetRequiredService<IConfiguration>()))
        .AddScoped<IEventHandler, DecideLater>()
        .AddScoped<IEventHandler, LimitMovementHandler>()
        .AddScoped<ExpireDue>()
        .AddScoped<IBusinessDateStep, ExpireOrders>();

    public static IEndpointRouteBuilder MapCreditEndpoints(this IEndpointRouteBuilder routes)
    {
        MerchantEndpoints.Map(routes);
        OrderEndpoints.Map(routes);
        ReviewEndpoints.Map(routes);
        PolicyEndpoints.Map(routes);
        VerificationEndpoints.Map(routes);
        return routes;
    }
}

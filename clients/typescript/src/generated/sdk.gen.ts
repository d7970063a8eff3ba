// Generated from ../openapi.json by ./bnpl clients. Do not edit.

import { client } from './client.gen.js';
import { type Client, formDataBodySerializer, type Options as Options2, type TDataShape, urlSearchParamsBodySerializer } from './client/index.js';
import type { ActivateCreditPolicyVersionData, ActivateCreditPolicyVersionErrors, ActivateCreditPolicyVersionResponses, ActivateMerchantData, ActivateMerchantErrors, ActivateMerchantResponses, ActivateScreeningModelData, ActivateScreeningModelErrors, ActivateScreeningModelResponses, ActivateScreeningPolicyVersionData, ActivateScreeningPolicyVersionErrors, ActivateScreeningPolicyVersionResponses, AddDeliveryPlaceData, AddDeliveryPlaceErrors, AddDeliveryPlaceResponses, AddNegativeData, AddNegativeErrors, AddNegativeResponses, AddPositiveData, AddPositiveErrors, AddPositiveResponses, AddReviewNoteData, AddReviewNoteErrors, AddReviewNoteResponses, AdvanceTestClockData, AdvanceTestClockErrors, AdvanceTestClockResponses, AllocatePaymentData, AllocatePaymentErrors, AllocatePaymentResponses, AmendOrderData, AmendOrderErrors, AmendOrderResponses, ApproveRefundData, ApproveRefundErrors, ApproveRefundResponses, AssignFeePlanData, AssignFeePlanErrors, AssignFeePlanResponses, BacktestScreeningPolicyData, BacktestScreeningPolicyErrors, BacktestScreeningPolicyResponses, CancelBatchData, CancelBatchErrors, CancelBatchResponses, CancelOrderData, CancelOrderErrors, CancelOrderResponses, CancelRefundData, CancelRefundErrors, CancelRefundResponses, ChangeMerchantData, ChangeMerchantErrors, ChangeMerchantResponses, ChangeSettingsData, ChangeSettingsErrors, ChangeSettingsResponses, ChangeWebhookEndpointData, ChangeWebhookEndpointErrors, ChangeWebhookEndpointResponses, CheckEligibilityData, CheckEligibilityErrors, CheckEligibilityResponses, ClaimReviewData, ClaimReviewErrors, ClaimReviewResponses, CloseMerchantComplaintData, CloseMerchantComplaintErrors, CloseMerchantComplaintResponses, CloseMerchantData, CloseMerchantErrors, CloseMerchantResponses, CloseOrderData, CloseOrderErrors, CloseOrderResponses, ClosePeriodData, ClosePeriodErrors, ClosePeriodResponses, CompareScreeningPolicyVersionData, CompareScreeningPolicyVersionErrors, CompareScreeningPolicyVersionResponses, CorrectBuyerData, CorrectBuyerErrors, CorrectBuyerResponses, CorrectOrderData, CorrectOrderErrors, CorrectOrderResponses, CreateApiClientData, CreateApiClientErrors, CreateApiClientResponses, CreateBatchData, CreateBatchErrors, CreateBatchResponses, CreateFeePlanData, CreateFeePlanErrors, CreateFeePlanResponses, CreateMerchantData, CreateMerchantErrors, CreateMerchantResponses, CreateWebhookEndpointData, CreateWebhookEndpointErrors, CreateWebhookEndpointResponses, DecideReviewData, DecideReviewErrors, DecideReviewResponses, DeleteCsvProfileData, DeleteCsvProfileErrors, DeleteCsvProfileResponses, DeleteDeliveryPlaceData, DeleteDeliveryPlaceErrors, DeleteDeliveryPlaceResponses, DeleteNegativeData, DeleteNegativeErrors, DeleteNegativeResponses, DeletePositiveData, DeletePositiveErrors, DeletePositiveResponses, DeleteWebhookEndpointData, DeleteWebhookEndpointErrors, DeleteWebhookEndpointResponses, DownloadMerchantDocumentData, DownloadMerchantDocumentErrors, DownloadMerchantDocumentResponses, EraseBuyerData, EraseBuyerErrors, EraseBuyerResponses, EraseTenantData, EraseTenantErrors, EraseTenantResponses, ExportBuyerData, ExportBuyerErrors, ExportBuyerResponses, ExportDeliveryPlacesData, ExportDeliveryPlacesErrors, ExportDeliveryPlacesResponses, ExportExchangeRecordData, ExportExchangeRecordErrors, ExportExchangeRecordResponses, ExportLedgerData, ExportLedgerErrors, ExportLedgerResponses, ExportNegativesData, ExportNegativesErrors, ExportNegativesResponses, ExportOrdersData, ExportOrdersErrors, ExportOrdersResponses, ExportPositivesData, ExportPositivesErrors, ExportPositivesResponses, ExportShipmentsData, ExportShipmentsErrors, ExportShipmentsResponses, FindBuyersData, FindBuyersErrors, FindBuyersResponses, GetApiClientData, GetApiClientErrors, GetApiClientResponses, GetAuthorizationServerMetadataData, GetAuthorizationServerMetadataErrors, GetAuthorizationServerMetadataResponses, GetBatchData, GetBatchErrors, GetBatchResponses, GetBatchResultsData, GetBatchResultsErrors, GetBatchResultsResponses, GetBuyerData, GetBuyerErrors, GetBuyerResponses, GetCreditNoteData, GetCreditNoteErrors, GetCreditNotePdfData, GetCreditNotePdfErrors, GetCreditNotePdfResponses, GetCreditNoteResponses, GetCreditPolicyData, GetCreditPolicyErrors, GetCreditPolicyResponses, GetCreditPolicyVersionData, GetCreditPolicyVersionErrors, GetCreditPolicyVersionResponses, GetCsvProfileData, GetCsvProfileErrors, GetCsvProfileResponses, GetDeliveryPlaceData, GetDeliveryPlaceErrors, GetDeliveryPlaceResponses, GetDunningCaseData, GetDunningCaseErrors, GetDunningCaseResponses, GetDunningPolicyData, GetDunningPolicyErrors, GetDunningPolicyResponses, GetEventData, GetEventErrors, GetEventResponses, GetFeePlanData, GetFeePlanErrors, GetFeePlanResponses, GetImportData, GetImportErrors, GetImportResponses, GetInvoiceData, GetInvoiceErrors, GetInvoicePdfData, GetInvoicePdfErrors, GetInvoicePdfResponses, GetInvoicePrintDataData, GetInvoicePrintDataErrors, GetInvoicePrintDataResponses, GetInvoiceResponses, GetLedgerPeriodData, GetLedgerPeriodErrors, GetLedgerPeriodResponses, GetLedgerTrialBalanceData, GetLedgerTrialBalanceErrors, GetLedgerTrialBalanceResponses, GetLineData, GetLineErrors, GetLineResponses, GetMailData, GetMailErrors, GetMailResponses, GetMerchantCheckData, GetMerchantCheckErrors, GetMerchantCheckResponses, GetMerchantComplaintData, GetMerchantComplaintErrors, GetMerchantComplaintResponses, GetMerchantData, GetMerchantDocumentData, GetMerchantDocumentErrors, GetMerchantDocumentResponses, GetMerchantErrors, GetMerchantFeesData, GetMerchantFeesErrors, GetMerchantFeesResponses, GetMerchantMonitoringData, GetMerchantMonitoringErrors, GetMerchantMonitoringResponses, GetMerchantResponses, GetNegativeData, GetNegativeErrors, GetNegativeResponses, GetOpenIdConfigurationData, GetOpenIdConfigurationErrors, GetOpenIdConfigurationResponses, GetOrderData, GetOrderErrors, GetOrderResponses, GetPaymentData, GetPaymentErrors, GetPaymentResponses, GetPositiveData, GetPositiveErrors, GetPositiveResponses, GetReceivableData, GetReceivableErrors, GetReceivableResponses, GetReconciliationSummaryData, GetReconciliationSummaryErrors, GetReconciliationSummaryResponses, GetRefundData, GetRefundErrors, GetRefundResponses, GetReviewData, GetReviewErrors, GetReviewResponses, GetReviewStatsData, GetReviewStatsErrors, GetReviewStatsResponses, GetScreeningData, GetScreeningErrors, GetScreeningModelData, GetScreeningModelErrors, GetScreeningModelResponses, GetScreeningPolicyData, GetScreeningPolicyErrors, GetScreeningPolicyReferenceData, GetScreeningPolicyReferenceErrors, GetScreeningPolicyReferenceResponses, GetScreeningPolicyResponses, GetScreeningPolicyVersionData, GetScreeningPolicyVersionErrors, GetScreeningPolicyVersionResponses, GetScreeningResponses, GetScreeningStatsData, GetScreeningStatsErrors, GetScreeningStatsResponses, GetSettingsData, GetSettingsErrors, GetSettingsResponses, GetShipmentData, GetShipmentErrors, GetShipmentResponses, GetTenantData, GetTenantErrors, GetTenantKeysData, GetTenantKeysErrors, GetTenantKeysResponses, GetTenantResponses, GetTestClockData, GetTestClockErrors, GetTestClockResponses, GetTimelineData, GetTimelineErrors, GetTimelineResponses, GetUsageData, GetUsageErrors, GetUsageResponses, GetVerificationData, GetVerificationErrors, GetVerificationResponses, GetWebhookEndpointData, GetWebhookEndpointErrors, GetWebhookEndpointResponses, IgnoreLineData, IgnoreLineErrors, IgnoreLineResponses, ImportDeliveryPlacesData, ImportDeliveryPlacesErrors, ImportDeliveryPlacesResponses, ImportFileData, ImportFileErrors, ImportFileResponses, ImportNegativesData, ImportNegativesErrors, ImportNegativesResponses, ImportPositivesData, ImportPositivesErrors, ImportPositivesResponses, ImportShipmentsData, ImportShipmentsErrors, ImportShipmentsResponses, IssueCreditNoteData, IssueCreditNoteErrors, IssueCreditNoteResponses, IssueTokenData, IssueTokenErrors, IssueTokenResponses, ListApiClientsData, ListApiClientsErrors, ListApiClientsResponses, ListAuditEventsData, ListAuditEventsErrors, ListAuditEventsResponses, ListBatchesData, ListBatchesErrors, ListBatchesResponses, ListCreditPolicyVersionsData, ListCreditPolicyVersionsErrors, ListCreditPolicyVersionsResponses, ListCsvProfilesData, ListCsvProfilesErrors, ListCsvProfilesResponses, ListDecisionsData, ListDecisionsErrors, ListDecisionsResponses, ListDeliveryPlacesData, ListDeliveryPlacesErrors, ListDeliveryPlacesResponses, ListDunningCasesData, ListDunningCasesErrors, ListDunningCasesResponses, ListEventsData, ListEventsErrors, ListEventsResponses, ListFeePlansData, ListFeePlansErrors, ListFeePlansResponses, ListImportsData, ListImportsErrors, ListImportsResponses, ListInvoicesData, ListInvoicesErrors, ListInvoicesResponses, ListLedgerAccountsData, ListLedgerAccountsErrors, ListLedgerAccountsResponses, ListLedgerEntriesData, ListLedgerEntriesErrors, ListLedgerEntriesResponses, ListLinesData, ListLinesErrors, ListLinesResponses, ListMailsData, ListMailsErrors, ListMailsResponses, ListMerchantChecksData, ListMerchantChecksErrors, ListMerchantChecksResponses, ListMerchantComplaintsData, ListMerchantComplaintsErrors, ListMerchantComplaintsResponses, ListMerchantDocumentsData, ListMerchantDocumentsErrors, ListMerchantDocumentsResponses, ListMerchantMonitoringData, ListMerchantMonitoringErrors, ListMerchantMonitoringResponses, ListMerchantMovesData, ListMerchantMovesErrors, ListMerchantMovesResponses, ListMerchantsData, ListMerchantsErrors, ListMerchantsResponses, ListNegativesData, ListNegativesErrors, ListNegativesResponses, ListOrdersData, ListOrdersErrors, ListOrdersResponses, ListPaymentsData, ListPaymentsErrors, ListPaymentsResponses, ListPositivesData, ListPositivesErrors, ListPositivesResponses, ListReceivablesData, ListReceivablesErrors, ListReceivablesResponses, ListRefundsData, ListRefundsErrors, ListRefundsResponses, ListReviewsData, ListReviewsErrors, ListReviewsResponses, ListScreeningModelsData, ListScreeningModelsErrors, ListScreeningModelsResponses, ListScreeningPoliciesData, ListScreeningPoliciesErrors, ListScreeningPoliciesResponses, ListScreeningPolicyVersionsData, ListScreeningPolicyVersionsErrors, ListScreeningPolicyVersionsResponses, ListShipmentsData, ListShipmentsErrors, ListShipmentsResponses, ListTenantsData, ListTenantsErrors, ListTenantsResponses, ListWebhookEndpointsData, ListWebhookEndpointsErrors, ListWebhookEndpointsResponses, MarkShipmentDeliveredData, MarkShipmentDeliveredErrors, MarkShipmentDeliveredResponses, MatchLineData, MatchLineErrors, MatchLineResponses, NormalizeInputsData, NormalizeInputsErrors, NormalizeInputsResponses, OnboardTenantData, OnboardTenantErrors, OnboardTenantResponses, PauseDunningCaseData, PauseDunningCaseErrors, PauseDunningCaseResponses, PingWebhookEndpointData, PingWebhookEndpointErrors, PingWebhookEndpointResponses, PlaceOrderData, PlaceOrderErrors, PlaceOrderResponses, PlaceScreeningData, PlaceScreeningErrors, PlaceScreeningResponses, PlayBankTransferData, PlayBankTransferErrors, PlayBankTransferResponses, PlayDeliveryData, PlayDeliveryErrors, PlayDeliveryResponses, PlayKonbiniPaymentData, PlayKonbiniPaymentErrors, PlayKonbiniPaymentResponses, PlaySmsData, PlaySmsErrors, PlaySmsResponses, PreviewDunningData, PreviewDunningErrors, PreviewDunningResponses, PromiseDunningCaseData, PromiseDunningCaseErrors, PromiseDunningCaseResponses, PutCreditPolicyData, PutCreditPolicyErrors, PutCreditPolicyResponses, PutCsvProfileData, PutCsvProfileErrors, PutCsvProfileResponses, PutDunningPolicyData, PutDunningPolicyErrors, PutDunningPolicyResponses, PutScreeningPolicyData, PutScreeningPolicyErrors, PutScreeningPolicyResponses, RecordMerchantCheckData, RecordMerchantCheckErrors, RecordMerchantCheckResponses, RecordMerchantComplaintData, RecordMerchantComplaintErrors, RecordMerchantComplaintResponses, RecordOutcomeData, RecordOutcomeErrors, RecordOutcomeResponses, RecordPaymentData, RecordPaymentErrors, RecordPaymentResponses, RefundLineData, RefundLineErrors, RefundLineResponses, ReissueInvoiceData, ReissueInvoiceErrors, ReissueInvoiceResponses, ReleaseReviewData, ReleaseReviewErrors, ReleaseReviewResponses, ReopenPeriodData, ReopenPeriodErrors, ReopenPeriodResponses, ReplayEventData, ReplayEventErrors, ReplayEventResponses, ReplayScreeningData, ReplayScreeningErrors, ReplayScreeningResponses, ReportShipmentData, ReportShipmentErrors, ReportShipmentResponses, RequestRefundData, RequestRefundErrors, RequestRefundResponses, ResendMailData, ResendMailErrors, ResendMailResponses, ResendVerificationData, ResendVerificationErrors, ResendVerificationResponses, RestrictBuyerData, RestrictBuyerErrors, RestrictBuyerResponses, RestrictMerchantData, RestrictMerchantErrors, RestrictMerchantResponses, ResumeDunningCaseData, ResumeDunningCaseErrors, ResumeDunningCaseResponses, ResumeTenantData, ResumeTenantErrors, ResumeTenantResponses, RetireScreeningPolicyVersionData, RetireScreeningPolicyVersionErrors, RetireScreeningPolicyVersionResponses, ReturnMerchantData, ReturnMerchantErrors, ReturnMerchantResponses, ReversePaymentData, ReversePaymentErrors, ReversePaymentResponses, RevokeApiClientData, RevokeApiClientErrors, RevokeApiClientResponses, RotateApiClientSecretData, RotateApiClientSecretErrors, RotateApiClientSecretResponses, RotateSigningKeyData, RotateSigningKeyErrors, RotateSigningKeyResponses, RotateWebhookSecretData, RotateWebhookSecretErrors, RotateWebhookSecretResponses, SendInvoiceData, SendInvoiceErrors, SendInvoiceResponses, SetRefundBankAccountData, SetRefundBankAccountErrors, SetRefundBankAccountResponses, ShadowScreeningPolicyVersionData, ShadowScreeningPolicyVersionErrors, ShadowScreeningPolicyVersionResponses, SubmitMerchantData, SubmitMerchantErrors, SubmitMerchantResponses, SuspendTenantData, SuspendTenantErrors, SuspendTenantResponses, TrainScreeningModelData, TrainScreeningModelErrors, TrainScreeningModelResponses, UnmatchLineData, UnmatchLineErrors, UnmatchLineResponses, UploadMerchantDocumentData, UploadMerchantDocumentErrors, UploadMerchantDocumentResponses, ValidateScreeningPolicyData, ValidateScreeningPolicyErrors, ValidateScreeningPolicyResponses, VerifyAuditTrailData, VerifyAuditTrailErrors, VerifyAuditTrailResponses, VerifyOrderData, VerifyOrderErrors, VerifyOrderResponses, VoidShipmentData, VoidShipmentErrors, VoidShipmentResponses, WithdrawAllocationData, WithdrawAllocationErrors, WithdrawAllocationResponses, WithdrawMerchantDocumentData, WithdrawMerchantDocumentErrors, WithdrawMerchantDocumentResponses } from './types.gen.js';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean> = Options2<TData, ThrowOnError> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: Record<string, unknown>;
};

class HeyApiClient {
    protected client: Client;
    
    constructor(args?: {
        client?: Client;
    }) {
        this.client = args?.client ?? client;
    }
}

class HeyApiRegistry<T> {
    private readonly defaultKey = 'default';
    
    private readonly instances: Map<string, T> = new Map();
    
    get(key?: string): T {
        const instance = this.instances.get(key ?? this.defaultKey);
        if (!instance) {
            throw new Error(`No SDK client found. Create one with "new Operations()" to fix this error.`);
        }
        return instance;
    }
    
    set(value: T, key?: string): void {
        this.instances.set(key ?? this.defaultKey, value);
    }
}

export class Operations extends HeyApiClient {
    public static readonly __registry = new HeyApiRegistry<Operations>();
    
    constructor(args?: {
        client?: Client;
        key?: string;
    }) {
        super(args);
        Operations.__registry.set(this, args?.key);
    }
    
    /**
     * Take an access token
     *
     * Client id and secret by HTTP Basic or in the form. Tokens live at most 60 minutes; take a new one shortly before.
     */
    public issueToken<ThrowOnError extends boolean = true>(options: Options<IssueTokenData, ThrowOnError>) {
        return (options.client ?? this.client).post<IssueTokenResponses, IssueTokenErrors, ThrowOnError, 'data'>({
            ...urlSearchParamsBodySerializer,
            responseStyle: 'data',
            url: '/t/{tenant}/oauth/token',
            ...options,
            headers: {
                'Content-Type': 'application/x-www-form-urlencoded',
                ...options.headers
            }
        });
    }
    
    /**
     * The issuer's metadata (OpenID Connect discovery)
     */
    public getOpenIdConfiguration<ThrowOnError extends boolean = true>(options: Options<GetOpenIdConfigurationData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetOpenIdConfigurationResponses, GetOpenIdConfigurationErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            url: '/t/{tenant}/.well-known/openid-configuration',
            ...options
        });
    }
    
    /**
     * The issuer's metadata (RFC 8414)
     */
    public getAuthorizationServerMetadata<ThrowOnError extends boolean = true>(options: Options<GetAuthorizationServerMetadataData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetAuthorizationServerMetadataResponses, GetAuthorizationServerMetadataErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            url: '/.well-known/oauth-authorization-server/t/{tenant}',
            ...options
        });
    }
    
    /**
     * The issuer's public keys (JWKS)
     */
    public getTenantKeys<ThrowOnError extends boolean = true>(options: Options<GetTenantKeysData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetTenantKeysResponses, GetTenantKeysErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            url: '/t/{tenant}/.well-known/jwks.json',
            ...options
        });
    }
    
    /**
     * List tenants
     */
    public listTenants<ThrowOnError extends boolean = true>(options?: Options<ListTenantsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListTenantsResponses, ListTenantsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants',
            ...options
        });
    }
    
    /**
     * Let a tenant in
     *
     * The first client has every tenant scope; its secret is shown once.
     */
    public onboardTenant<ThrowOnError extends boolean = true>(options: Options<OnboardTenantData, ThrowOnError>) {
        return (options.client ?? this.client).post<OnboardTenantResponses, OnboardTenantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get tenant
     */
    public getTenant<ThrowOnError extends boolean = true>(options: Options<GetTenantData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetTenantResponses, GetTenantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants/{id}',
            ...options
        });
    }
    
    /**
     * Suspend tenant
     */
    public suspendTenant<ThrowOnError extends boolean = true>(options: Options<SuspendTenantData, ThrowOnError>) {
        return (options.client ?? this.client).post<SuspendTenantResponses, SuspendTenantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants/{id}/suspend',
            ...options
        });
    }
    
    /**
     * Resume tenant
     */
    public resumeTenant<ThrowOnError extends boolean = true>(options: Options<ResumeTenantData, ThrowOnError>) {
        return (options.client ?? this.client).post<ResumeTenantResponses, ResumeTenantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants/{id}/resume',
            ...options
        });
    }
    
    /**
     * Erase tenant
     */
    public eraseTenant<ThrowOnError extends boolean = true>(options: Options<EraseTenantData, ThrowOnError>) {
        return (options.client ?? this.client).post<EraseTenantResponses, EraseTenantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/tenants/{id}/erase',
            ...options
        });
    }
    
    /**
     * Get usage
     */
    public getUsage<ThrowOnError extends boolean = true>(options?: Options<GetUsageData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetUsageResponses, GetUsageErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/platform/usage',
            ...options
        });
    }
    
    /**
     * Read the tenant's settings and what is missing
     */
    public getSettings<ThrowOnError extends boolean = true>(options?: Options<GetSettingsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetSettingsResponses, GetSettingsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/settings',
            ...options
        });
    }
    
    /**
     * Change settings (JSON merge patch: only what is sent)
     */
    public changeSettings<ThrowOnError extends boolean = true>(options: Options<ChangeSettingsData, ThrowOnError>) {
        return (options.client ?? this.client).patch<ChangeSettingsResponses, ChangeSettingsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/settings',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List api clients
     */
    public listApiClients<ThrowOnError extends boolean = true>(options?: Options<ListApiClientsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListApiClientsResponses, ListApiClientsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/api_clients',
            ...options
        });
    }
    
    /**
     * Let a program in
     *
     * The secret is shown once.
     */
    public createApiClient<ThrowOnError extends boolean = true>(options: Options<CreateApiClientData, ThrowOnError>) {
        return (options.client ?? this.client).post<CreateApiClientResponses, CreateApiClientErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/api_clients',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Let a program in no longer
     */
    public revokeApiClient<ThrowOnError extends boolean = true>(options: Options<RevokeApiClientData, ThrowOnError>) {
        return (options.client ?? this.client).delete<RevokeApiClientResponses, RevokeApiClientErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/api_clients/{id}',
            ...options
        });
    }
    
    /**
     * Get api client
     */
    public getApiClient<ThrowOnError extends boolean = true>(options: Options<GetApiClientData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetApiClientResponses, GetApiClientErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/api_clients/{id}',
            ...options
        });
    }
    
    /**
     * A new secret; the old one works for an overlap
     */
    public rotateApiClientSecret<ThrowOnError extends boolean = true>(options: Options<RotateApiClientSecretData, ThrowOnError>) {
        return (options.client ?? this.client).post<RotateApiClientSecretResponses, RotateApiClientSecretErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/api_clients/{id}/rotate_secret',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Sign tokens with a new key; the old one stays published until its tokens have expired
     */
    public rotateSigningKey<ThrowOnError extends boolean = true>(options?: Options<RotateSigningKeyData, ThrowOnError>) {
        return (options?.client ?? this.client).post<RotateSigningKeyResponses, RotateSigningKeyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/signing_keys/rotate',
            ...options
        });
    }
    
    /**
     * Get screening stats
     */
    public getScreeningStats<ThrowOnError extends boolean = true>(options?: Options<GetScreeningStatsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetScreeningStatsResponses, GetScreeningStatsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_stats',
            ...options
        });
    }
    
    /**
     * Ask which plans may be offered
     *
     * Asks the same policy as an order and leaves no trace. Send the buyer when the checkout knows them, for a closer answer.
     */
    public checkEligibility<ThrowOnError extends boolean = true>(options: Options<CheckEligibilityData, ThrowOnError>) {
        return (options.client ?? this.client).post<CheckEligibilityResponses, CheckEligibilityErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/eligibility_checks',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get review stats
     */
    public getReviewStats<ThrowOnError extends boolean = true>(options?: Options<GetReviewStatsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetReviewStatsResponses, GetReviewStatsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/review_stats',
            ...options
        });
    }
    
    /**
     * Play sms
     */
    public playSms<ThrowOnError extends boolean = true>(options?: Options<PlaySmsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<PlaySmsResponses, PlaySmsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_helpers/sms',
            ...options
        });
    }
    
    /**
     * Report a shipment
     *
     * Neither `lines` nor `amount`: all that is left. One receivable per shipment, one invoice per instalment.
     */
    public reportShipment<ThrowOnError extends boolean = true>(options: Options<ReportShipmentData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReportShipmentResponses, ReportShipmentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/shipments',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Find shipments
     */
    public listShipments<ThrowOnError extends boolean = true>(options?: Options<ListShipmentsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListShipmentsResponses, ListShipmentsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments',
            ...options
        });
    }
    
    /**
     * Read a shipment
     */
    public getShipment<ThrowOnError extends boolean = true>(options: Options<GetShipmentData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetShipmentResponses, GetShipmentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments/{id}',
            ...options
        });
    }
    
    /**
     * Take a shipment back
     *
     * Until delivered, paid in part or settled: receivable, invoice and ledger are reversed.
     */
    public voidShipment<ThrowOnError extends boolean = true>(options: Options<VoidShipmentData, ThrowOnError>) {
        return (options.client ?? this.client).post<VoidShipmentResponses, VoidShipmentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments/{id}/void',
            ...options
        });
    }
    
    /**
     * Say that a shipment has arrived
     */
    public markShipmentDelivered<ThrowOnError extends boolean = true>(options: Options<MarkShipmentDeliveredData, ThrowOnError>) {
        return (options.client ?? this.client).post<MarkShipmentDeliveredResponses, MarkShipmentDeliveredErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments/{id}/delivered',
            ...options
        });
    }
    
    /**
     * Find invoices
     */
    public listInvoices<ThrowOnError extends boolean = true>(options?: Options<ListInvoicesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListInvoicesResponses, ListInvoicesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices',
            ...options
        });
    }
    
    /**
     * Read an invoice
     */
    public getInvoice<ThrowOnError extends boolean = true>(options: Options<GetInvoiceData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetInvoiceResponses, GetInvoiceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices/{id}',
            ...options
        });
    }
    
    /**
     * An invoice as PDF
     */
    public getInvoicePdf<ThrowOnError extends boolean = true>(options: Options<GetInvoicePdfData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetInvoicePdfResponses, GetInvoicePdfErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices/{id}/pdf',
            ...options
        });
    }
    
    /**
     * Every printed field of an invoice, for warehouses that print themselves
     */
    public getInvoicePrintData<ThrowOnError extends boolean = true>(options: Options<GetInvoicePrintDataData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetInvoicePrintDataResponses, GetInvoicePrintDataErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices/{id}/print_data',
            ...options
        });
    }
    
    /**
     * Issue an invoice again over what is owed today
     */
    public reissueInvoice<ThrowOnError extends boolean = true>(options: Options<ReissueInvoiceData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReissueInvoiceResponses, ReissueInvoiceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices/{id}/reissue',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Send an invoice again as it is
     */
    public sendInvoice<ThrowOnError extends boolean = true>(options: Options<SendInvoiceData, ThrowOnError>) {
        return (options.client ?? this.client).post<SendInvoiceResponses, SendInvoiceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/invoices/{id}/send',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List receivables
     */
    public listReceivables<ThrowOnError extends boolean = true>(options?: Options<ListReceivablesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListReceivablesResponses, ListReceivablesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/receivables',
            ...options
        });
    }
    
    /**
     * Get receivable
     */
    public getReceivable<ThrowOnError extends boolean = true>(options: Options<GetReceivableData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetReceivableResponses, GetReceivableErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/receivables/{id}',
            ...options
        });
    }
    
    /**
     * List payments
     */
    public listPayments<ThrowOnError extends boolean = true>(options?: Options<ListPaymentsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListPaymentsResponses, ListPaymentsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments',
            ...options
        });
    }
    
    /**
     * Record a payment by hand
     */
    public recordPayment<ThrowOnError extends boolean = true>(options: Options<RecordPaymentData, ThrowOnError>) {
        return (options.client ?? this.client).post<RecordPaymentResponses, RecordPaymentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get payment
     */
    public getPayment<ThrowOnError extends boolean = true>(options: Options<GetPaymentData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetPaymentResponses, GetPaymentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments/{id}',
            ...options
        });
    }
    
    /**
     * Reverse a payment
     */
    public reversePayment<ThrowOnError extends boolean = true>(options: Options<ReversePaymentData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReversePaymentResponses, ReversePaymentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments/{id}/reverse',
            ...options
        });
    }
    
    /**
     * Apply a payment
     */
    public allocatePayment<ThrowOnError extends boolean = true>(options: Options<AllocatePaymentData, ThrowOnError>) {
        return (options.client ?? this.client).post<AllocatePaymentResponses, AllocatePaymentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments/{id}/allocations',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Reverse an allocation
     */
    public withdrawAllocation<ThrowOnError extends boolean = true>(options: Options<WithdrawAllocationData, ThrowOnError>) {
        return (options.client ?? this.client).delete<WithdrawAllocationResponses, WithdrawAllocationErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/payments/{id}/allocations/{allocation}',
            ...options
        });
    }
    
    /**
     * Credit a return or a discount
     *
     * By lines or by amount, atomic with receivable, refund and slip.
     */
    public issueCreditNote<ThrowOnError extends boolean = true>(options: Options<IssueCreditNoteData, ThrowOnError>) {
        return (options.client ?? this.client).post<IssueCreditNoteResponses, IssueCreditNoteErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/credit_notes',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Read a credit note
     */
    public getCreditNote<ThrowOnError extends boolean = true>(options: Options<GetCreditNoteData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetCreditNoteResponses, GetCreditNoteErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_notes/{id}',
            ...options
        });
    }
    
    /**
     * A credit note as PDF
     */
    public getCreditNotePdf<ThrowOnError extends boolean = true>(options: Options<GetCreditNotePdfData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetCreditNotePdfResponses, GetCreditNotePdfErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_notes/{id}/pdf',
            ...options
        });
    }
    
    /**
     * List refunds
     */
    public listRefunds<ThrowOnError extends boolean = true>(options?: Options<ListRefundsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListRefundsResponses, ListRefundsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds',
            ...options
        });
    }
    
    /**
     * Pay back what is not applied
     */
    public requestRefund<ThrowOnError extends boolean = true>(options: Options<RequestRefundData, ThrowOnError>) {
        return (options.client ?? this.client).post<RequestRefundResponses, RequestRefundErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get refund
     */
    public getRefund<ThrowOnError extends boolean = true>(options: Options<GetRefundData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetRefundResponses, GetRefundErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds/{id}',
            ...options
        });
    }
    
    /**
     * Name the account that a refund goes to
     */
    public setRefundBankAccount<ThrowOnError extends boolean = true>(options: Options<SetRefundBankAccountData, ThrowOnError>) {
        return (options.client ?? this.client).post<SetRefundBankAccountResponses, SetRefundBankAccountErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds/{id}/bank_account',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Approve a refund
     */
    public approveRefund<ThrowOnError extends boolean = true>(options: Options<ApproveRefundData, ThrowOnError>) {
        return (options.client ?? this.client).post<ApproveRefundResponses, ApproveRefundErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds/{id}/approve',
            ...options
        });
    }
    
    /**
     * Cancel refund
     */
    public cancelRefund<ThrowOnError extends boolean = true>(options: Options<CancelRefundData, ThrowOnError>) {
        return (options.client ?? this.client).post<CancelRefundResponses, CancelRefundErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/refunds/{id}/cancel',
            ...options
        });
    }
    
    /**
     * List ledger accounts
     */
    public listLedgerAccounts<ThrowOnError extends boolean = true>(options?: Options<ListLedgerAccountsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListLedgerAccountsResponses, ListLedgerAccountsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/accounts',
            ...options
        });
    }
    
    /**
     * List ledger entries
     */
    public listLedgerEntries<ThrowOnError extends boolean = true>(options?: Options<ListLedgerEntriesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListLedgerEntriesResponses, ListLedgerEntriesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/entries',
            ...options
        });
    }
    
    /**
     * Get ledger trial balance
     */
    public getLedgerTrialBalance<ThrowOnError extends boolean = true>(options?: Options<GetLedgerTrialBalanceData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetLedgerTrialBalanceResponses, GetLedgerTrialBalanceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/trial_balance',
            ...options
        });
    }
    
    /**
     * The ledger as a file
     */
    public exportLedger<ThrowOnError extends boolean = true>(options?: Options<ExportLedgerData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportLedgerResponses, ExportLedgerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/export',
            ...options
        });
    }
    
    /**
     * Get ledger period
     */
    public getLedgerPeriod<ThrowOnError extends boolean = true>(options: Options<GetLedgerPeriodData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetLedgerPeriodResponses, GetLedgerPeriodErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/periods/{month}',
            ...options
        });
    }
    
    /**
     * Close period
     */
    public closePeriod<ThrowOnError extends boolean = true>(options: Options<ClosePeriodData, ThrowOnError>) {
        return (options.client ?? this.client).post<ClosePeriodResponses, ClosePeriodErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/periods/{month}/close',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Reopen period
     */
    public reopenPeriod<ThrowOnError extends boolean = true>(options: Options<ReopenPeriodData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReopenPeriodResponses, ReopenPeriodErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/ledger/periods/{month}/reopen',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List mails
     */
    public listMails<ThrowOnError extends boolean = true>(options?: Options<ListMailsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListMailsResponses, ListMailsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/mails',
            ...options
        });
    }
    
    /**
     * Get mail
     */
    public getMail<ThrowOnError extends boolean = true>(options: Options<GetMailData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMailResponses, GetMailErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/mails/{id}',
            ...options
        });
    }
    
    /**
     * Resend mail
     */
    public resendMail<ThrowOnError extends boolean = true>(options: Options<ResendMailData, ThrowOnError>) {
        return (options.client ?? this.client).post<ResendMailResponses, ResendMailErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/mails/{id}/resend',
            ...options
        });
    }
    
    /**
     * Preview dunning
     */
    public previewDunning<ThrowOnError extends boolean = true>(options?: Options<PreviewDunningData, ThrowOnError>) {
        return (options?.client ?? this.client).post<PreviewDunningResponses, PreviewDunningErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_runs/preview',
            ...options
        });
    }
    
    /**
     * Send a table of shipments
     *
     * CSV in UTF-8 or Shift_JIS, as the body or as `file` of a form; a result per line at the batch that is answered.
     */
    public importShipments<ThrowOnError extends boolean = true>(options: Options<ImportShipmentsData, ThrowOnError>) {
        return (options.client ?? this.client).post<ImportShipmentsResponses, ImportShipmentsErrors, ThrowOnError, 'data'>({
            bodySerializer: null,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments/import',
            ...options,
            headers: {
                'Content-Type': 'text/csv',
                ...options.headers
            }
        });
    }
    
    /**
     * Orders as a table that an import reads
     */
    public exportOrders<ThrowOnError extends boolean = true>(options?: Options<ExportOrdersData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportOrdersResponses, ExportOrdersErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/export',
            ...options
        });
    }
    
    /**
     * Shipments as a table that an import reads
     */
    public exportShipments<ThrowOnError extends boolean = true>(options?: Options<ExportShipmentsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportShipmentsResponses, ExportShipmentsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/shipments/export',
            ...options
        });
    }
    
    /**
     * Who did what to which resource, newest first
     */
    public listAuditEvents<ThrowOnError extends boolean = true>(options?: Options<ListAuditEventsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListAuditEventsResponses, ListAuditEventsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/audit_events',
            ...options
        });
    }
    
    /**
     * Proves that the trail is whole
     */
    public verifyAuditTrail<ThrowOnError extends boolean = true>(options?: Options<VerifyAuditTrailData, ThrowOnError>) {
        return (options?.client ?? this.client).get<VerifyAuditTrailResponses, VerifyAuditTrailErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/audit_events/verify',
            ...options
        });
    }
    
    /**
     * The test tenant's time
     */
    public getTestClock<ThrowOnError extends boolean = true>(options?: Options<GetTestClockData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetTestClockResponses, GetTestClockErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_clock',
            ...options
        });
    }
    
    /**
     * Moves the test tenant's time forward, doing every day's work on the way
     */
    public advanceTestClock<ThrowOnError extends boolean = true>(options: Options<AdvanceTestClockData, ThrowOnError>) {
        return (options.client ?? this.client).post<AdvanceTestClockResponses, AdvanceTestClockErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_clock/advance',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * The addresses that events are sent to
     */
    public listWebhookEndpoints<ThrowOnError extends boolean = true>(options?: Options<ListWebhookEndpointsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListWebhookEndpointsResponses, ListWebhookEndpointsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints',
            ...options
        });
    }
    
    /**
     * Names an address that events are sent to
     */
    public createWebhookEndpoint<ThrowOnError extends boolean = true>(options: Options<CreateWebhookEndpointData, ThrowOnError>) {
        return (options.client ?? this.client).post<CreateWebhookEndpointResponses, CreateWebhookEndpointErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Sends nothing there any more
     */
    public deleteWebhookEndpoint<ThrowOnError extends boolean = true>(options: Options<DeleteWebhookEndpointData, ThrowOnError>) {
        return (options.client ?? this.client).delete<DeleteWebhookEndpointResponses, DeleteWebhookEndpointErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints/{id}',
            ...options
        });
    }
    
    /**
     * One address
     */
    public getWebhookEndpoint<ThrowOnError extends boolean = true>(options: Options<GetWebhookEndpointData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetWebhookEndpointResponses, GetWebhookEndpointErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints/{id}',
            ...options
        });
    }
    
    /**
     * Changes address or types, or switches it off and on
     */
    public changeWebhookEndpoint<ThrowOnError extends boolean = true>(options: Options<ChangeWebhookEndpointData, ThrowOnError>) {
        return (options.client ?? this.client).patch<ChangeWebhookEndpointResponses, ChangeWebhookEndpointErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints/{id}',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * A new secret; the old one signs too for 24 hours
     */
    public rotateWebhookSecret<ThrowOnError extends boolean = true>(options: Options<RotateWebhookSecretData, ThrowOnError>) {
        return (options.client ?? this.client).post<RotateWebhookSecretResponses, RotateWebhookSecretErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints/{id}/rotate_secret',
            ...options
        });
    }
    
    /**
     * Sends a test event now and tells how it went
     */
    public pingWebhookEndpoint<ThrowOnError extends boolean = true>(options: Options<PingWebhookEndpointData, ThrowOnError>) {
        return (options.client ?? this.client).post<PingWebhookEndpointResponses, PingWebhookEndpointErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/webhook_endpoints/{id}/ping',
            ...options
        });
    }
    
    /**
     * What happened, newest first
     */
    public listEvents<ThrowOnError extends boolean = true>(options?: Options<ListEventsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListEventsResponses, ListEventsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/events',
            ...options
        });
    }
    
    /**
     * One event and how its deliveries fare
     */
    public getEvent<ThrowOnError extends boolean = true>(options: Options<GetEventData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetEventResponses, GetEventErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/events/{id}',
            ...options
        });
    }
    
    /**
     * Sends an event again
     */
    public replayEvent<ThrowOnError extends boolean = true>(options: Options<ReplayEventData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReplayEventResponses, ReplayEventErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/events/{id}/replay',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Place screening
     */
    public placeScreening<ThrowOnError extends boolean = true>(options: Options<PlaceScreeningData, ThrowOnError>) {
        return (options.client ?? this.client).post<PlaceScreeningResponses, PlaceScreeningErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screenings',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Normalize inputs
     */
    public normalizeInputs<ThrowOnError extends boolean = true>(options: Options<NormalizeInputsData, ThrowOnError>) {
        return (options.client ?? this.client).post<NormalizeInputsResponses, NormalizeInputsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screenings/normalize',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get screening
     */
    public getScreening<ThrowOnError extends boolean = true>(options: Options<GetScreeningData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetScreeningResponses, GetScreeningErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screenings/{id}',
            ...options
        });
    }
    
    /**
     * Record outcome
     */
    public recordOutcome<ThrowOnError extends boolean = true>(options: Options<RecordOutcomeData, ThrowOnError>) {
        return (options.client ?? this.client).post<RecordOutcomeResponses, RecordOutcomeErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screenings/{id}/outcome',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Replay screening
     */
    public replayScreening<ThrowOnError extends boolean = true>(options: Options<ReplayScreeningData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReplayScreeningResponses, ReplayScreeningErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screenings/{id}/replay',
            ...options
        });
    }
    
    /**
     * List screening policies
     */
    public listScreeningPolicies<ThrowOnError extends boolean = true>(options?: Options<ListScreeningPoliciesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListScreeningPoliciesResponses, ListScreeningPoliciesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies',
            ...options
        });
    }
    
    /**
     * Get screening policy reference
     */
    public getScreeningPolicyReference<ThrowOnError extends boolean = true>(options?: Options<GetScreeningPolicyReferenceData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetScreeningPolicyReferenceResponses, GetScreeningPolicyReferenceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/reference',
            ...options
        });
    }
    
    /**
     * Get screening policy
     */
    public getScreeningPolicy<ThrowOnError extends boolean = true>(options: Options<GetScreeningPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetScreeningPolicyResponses, GetScreeningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}',
            ...options
        });
    }
    
    /**
     * Put screening policy
     */
    public putScreeningPolicy<ThrowOnError extends boolean = true>(options: Options<PutScreeningPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).put<PutScreeningPolicyResponses, PutScreeningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Validate screening policy
     */
    public validateScreeningPolicy<ThrowOnError extends boolean = true>(options: Options<ValidateScreeningPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).post<ValidateScreeningPolicyResponses, ValidateScreeningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/validate',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Backtest screening policy
     */
    public backtestScreeningPolicy<ThrowOnError extends boolean = true>(options: Options<BacktestScreeningPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).post<BacktestScreeningPolicyResponses, BacktestScreeningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/backtest',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List screening policy versions
     */
    public listScreeningPolicyVersions<ThrowOnError extends boolean = true>(options: Options<ListScreeningPolicyVersionsData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListScreeningPolicyVersionsResponses, ListScreeningPolicyVersionsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions',
            ...options
        });
    }
    
    /**
     * Get screening policy version
     */
    public getScreeningPolicyVersion<ThrowOnError extends boolean = true>(options: Options<GetScreeningPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetScreeningPolicyVersionResponses, GetScreeningPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions/{version}',
            ...options
        });
    }
    
    /**
     * Compare screening policy version
     */
    public compareScreeningPolicyVersion<ThrowOnError extends boolean = true>(options: Options<CompareScreeningPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).get<CompareScreeningPolicyVersionResponses, CompareScreeningPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions/{version}/comparison',
            ...options
        });
    }
    
    /**
     * Activate screening policy version
     */
    public activateScreeningPolicyVersion<ThrowOnError extends boolean = true>(options: Options<ActivateScreeningPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).post<ActivateScreeningPolicyVersionResponses, ActivateScreeningPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions/{version}/activate',
            ...options
        });
    }
    
    /**
     * Shadow screening policy version
     */
    public shadowScreeningPolicyVersion<ThrowOnError extends boolean = true>(options: Options<ShadowScreeningPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).post<ShadowScreeningPolicyVersionResponses, ShadowScreeningPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions/{version}/shadow',
            ...options
        });
    }
    
    /**
     * Retire screening policy version
     */
    public retireScreeningPolicyVersion<ThrowOnError extends boolean = true>(options: Options<RetireScreeningPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).post<RetireScreeningPolicyVersionResponses, RetireScreeningPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_policies/{code}/versions/{version}/retire',
            ...options
        });
    }
    
    /**
     * List negatives
     */
    public listNegatives<ThrowOnError extends boolean = true>(options?: Options<ListNegativesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListNegativesResponses, ListNegativesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives',
            ...options
        });
    }
    
    /**
     * Add negative
     */
    public addNegative<ThrowOnError extends boolean = true>(options: Options<AddNegativeData, ThrowOnError>) {
        return (options.client ?? this.client).post<AddNegativeResponses, AddNegativeErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Import negatives
     */
    public importNegatives<ThrowOnError extends boolean = true>(options: Options<ImportNegativesData, ThrowOnError>) {
        return (options.client ?? this.client).post<ImportNegativesResponses, ImportNegativesErrors, ThrowOnError, 'data'>({
            bodySerializer: null,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives/import',
            ...options,
            headers: {
                'Content-Type': 'text/csv',
                ...options.headers
            }
        });
    }
    
    /**
     * Export negatives
     */
    public exportNegatives<ThrowOnError extends boolean = true>(options?: Options<ExportNegativesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportNegativesResponses, ExportNegativesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives/export',
            ...options
        });
    }
    
    /**
     * Delete negative
     */
    public deleteNegative<ThrowOnError extends boolean = true>(options: Options<DeleteNegativeData, ThrowOnError>) {
        return (options.client ?? this.client).delete<DeleteNegativeResponses, DeleteNegativeErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives/{id}',
            ...options
        });
    }
    
    /**
     * Get negative
     */
    public getNegative<ThrowOnError extends boolean = true>(options: Options<GetNegativeData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetNegativeResponses, GetNegativeErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/negatives/{id}',
            ...options
        });
    }
    
    /**
     * List positives
     */
    public listPositives<ThrowOnError extends boolean = true>(options?: Options<ListPositivesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListPositivesResponses, ListPositivesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives',
            ...options
        });
    }
    
    /**
     * Add positive
     */
    public addPositive<ThrowOnError extends boolean = true>(options: Options<AddPositiveData, ThrowOnError>) {
        return (options.client ?? this.client).post<AddPositiveResponses, AddPositiveErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Import positives
     */
    public importPositives<ThrowOnError extends boolean = true>(options: Options<ImportPositivesData, ThrowOnError>) {
        return (options.client ?? this.client).post<ImportPositivesResponses, ImportPositivesErrors, ThrowOnError, 'data'>({
            bodySerializer: null,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives/import',
            ...options,
            headers: {
                'Content-Type': 'text/csv',
                ...options.headers
            }
        });
    }
    
    /**
     * Export positives
     */
    public exportPositives<ThrowOnError extends boolean = true>(options?: Options<ExportPositivesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportPositivesResponses, ExportPositivesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives/export',
            ...options
        });
    }
    
    /**
     * Delete positive
     */
    public deletePositive<ThrowOnError extends boolean = true>(options: Options<DeletePositiveData, ThrowOnError>) {
        return (options.client ?? this.client).delete<DeletePositiveResponses, DeletePositiveErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives/{id}',
            ...options
        });
    }
    
    /**
     * Get positive
     */
    public getPositive<ThrowOnError extends boolean = true>(options: Options<GetPositiveData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetPositiveResponses, GetPositiveErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/positives/{id}',
            ...options
        });
    }
    
    /**
     * List delivery places
     */
    public listDeliveryPlaces<ThrowOnError extends boolean = true>(options?: Options<ListDeliveryPlacesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListDeliveryPlacesResponses, ListDeliveryPlacesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places',
            ...options
        });
    }
    
    /**
     * Add delivery place
     */
    public addDeliveryPlace<ThrowOnError extends boolean = true>(options: Options<AddDeliveryPlaceData, ThrowOnError>) {
        return (options.client ?? this.client).post<AddDeliveryPlaceResponses, AddDeliveryPlaceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Import delivery places
     */
    public importDeliveryPlaces<ThrowOnError extends boolean = true>(options: Options<ImportDeliveryPlacesData, ThrowOnError>) {
        return (options.client ?? this.client).post<ImportDeliveryPlacesResponses, ImportDeliveryPlacesErrors, ThrowOnError, 'data'>({
            bodySerializer: null,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places/import',
            ...options,
            headers: {
                'Content-Type': 'text/csv',
                ...options.headers
            }
        });
    }
    
    /**
     * Export delivery places
     */
    public exportDeliveryPlaces<ThrowOnError extends boolean = true>(options?: Options<ExportDeliveryPlacesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ExportDeliveryPlacesResponses, ExportDeliveryPlacesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places/export',
            ...options
        });
    }
    
    /**
     * Delete delivery place
     */
    public deleteDeliveryPlace<ThrowOnError extends boolean = true>(options: Options<DeleteDeliveryPlaceData, ThrowOnError>) {
        return (options.client ?? this.client).delete<DeleteDeliveryPlaceResponses, DeleteDeliveryPlaceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places/{id}',
            ...options
        });
    }
    
    /**
     * Get delivery place
     */
    public getDeliveryPlace<ThrowOnError extends boolean = true>(options: Options<GetDeliveryPlaceData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetDeliveryPlaceResponses, GetDeliveryPlaceErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/delivery_places/{id}',
            ...options
        });
    }
    
    /**
     * List screening models
     */
    public listScreeningModels<ThrowOnError extends boolean = true>(options?: Options<ListScreeningModelsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListScreeningModelsResponses, ListScreeningModelsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_models',
            ...options
        });
    }
    
    /**
     * Get screening model
     */
    public getScreeningModel<ThrowOnError extends boolean = true>(options: Options<GetScreeningModelData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetScreeningModelResponses, GetScreeningModelErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_models/{version}',
            ...options
        });
    }
    
    /**
     * Activate screening model
     */
    public activateScreeningModel<ThrowOnError extends boolean = true>(options: Options<ActivateScreeningModelData, ThrowOnError>) {
        return (options.client ?? this.client).post<ActivateScreeningModelResponses, ActivateScreeningModelErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_models/{version}/activate',
            ...options
        });
    }
    
    /**
     * Train screening model
     */
    public trainScreeningModel<ThrowOnError extends boolean = true>(options: Options<TrainScreeningModelData, ThrowOnError>) {
        return (options.client ?? this.client).post<TrainScreeningModelResponses, TrainScreeningModelErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/screening_models/train',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Find shops
     */
    public listMerchants<ThrowOnError extends boolean = true>(options?: Options<ListMerchantsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListMerchantsResponses, ListMerchantsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants',
            ...options
        });
    }
    
    /**
     * Take on a shop
     */
    public createMerchant<ThrowOnError extends boolean = true>(options: Options<CreateMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<CreateMerchantResponses, CreateMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Read a shop
     */
    public getMerchant<ThrowOnError extends boolean = true>(options: Options<GetMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantResponses, GetMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}',
            ...options
        });
    }
    
    /**
     * Change a shop
     */
    public changeMerchant<ThrowOnError extends boolean = true>(options: Options<ChangeMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).patch<ChangeMerchantResponses, ChangeMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Hand a draft in for review
     *
     * Where the tenant's review is enforced, refused with `merchant_incomplete` while something of `missing` is wanting.
     */
    public submitMerchant<ThrowOnError extends boolean = true>(options: Options<SubmitMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<SubmitMerchantResponses, SubmitMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/submit',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Send an application back for more papers
     */
    public returnMerchant<ThrowOnError extends boolean = true>(options: Options<ReturnMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReturnMerchantResponses, ReturnMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/return',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Let a shop take orders
     *
     * Also reopens a restricted one. Where the tenant's review is enforced, refused with `checks_incomplete` until every demanded check has passed and none has run out.
     */
    public activateMerchant<ThrowOnError extends boolean = true>(options: Options<ActivateMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<ActivateMerchantResponses, ActivateMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/activate',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Stop new orders of a shop
     */
    public restrictMerchant<ThrowOnError extends boolean = true>(options: Options<RestrictMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<RestrictMerchantResponses, RestrictMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/restrict',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Close a shop
     */
    public closeMerchant<ThrowOnError extends boolean = true>(options: Options<CloseMerchantData, ThrowOnError>) {
        return (options.client ?? this.client).post<CloseMerchantResponses, CloseMerchantErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/close',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Who moved a shop, when and why
     */
    public listMerchantMoves<ThrowOnError extends boolean = true>(options: Options<ListMerchantMovesData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListMerchantMovesResponses, ListMerchantMovesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/history',
            ...options
        });
    }
    
    /**
     * List merchant documents
     */
    public listMerchantDocuments<ThrowOnError extends boolean = true>(options: Options<ListMerchantDocumentsData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListMerchantDocumentsResponses, ListMerchantDocumentsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/documents',
            ...options
        });
    }
    
    /**
     * Put a paper on file
     *
     * PDF, PNG or JPEG, told by the content, at most 10 MiB. `replaces` names the paper that it takes the place of; nothing is ever removed.
     */
    public uploadMerchantDocument<ThrowOnError extends boolean = true>(options: Options<UploadMerchantDocumentData, ThrowOnError>) {
        return (options.client ?? this.client).post<UploadMerchantDocumentResponses, UploadMerchantDocumentErrors, ThrowOnError, 'data'>({
            ...formDataBodySerializer,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/documents',
            ...options,
            headers: {
                'Content-Type': null,
                ...options.headers
            }
        });
    }
    
    /**
     * Get merchant document
     */
    public getMerchantDocument<ThrowOnError extends boolean = true>(options: Options<GetMerchantDocumentData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantDocumentResponses, GetMerchantDocumentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/documents/{document}',
            ...options
        });
    }
    
    /**
     * Open a paper
     *
     * Recorded on the audit trail.
     */
    public downloadMerchantDocument<ThrowOnError extends boolean = true>(options: Options<DownloadMerchantDocumentData, ThrowOnError>) {
        return (options.client ?? this.client).get<DownloadMerchantDocumentResponses, DownloadMerchantDocumentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/documents/{document}/file',
            ...options
        });
    }
    
    /**
     * Withdraw merchant document
     */
    public withdrawMerchantDocument<ThrowOnError extends boolean = true>(options: Options<WithdrawMerchantDocumentData, ThrowOnError>) {
        return (options.client ?? this.client).post<WithdrawMerchantDocumentResponses, WithdrawMerchantDocumentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/documents/{document}/withdraw',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List merchant checks
     */
    public listMerchantChecks<ThrowOnError extends boolean = true>(options: Options<ListMerchantChecksData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListMerchantChecksResponses, ListMerchantChecksErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/checks',
            ...options
        });
    }
    
    /**
     * Record what was looked at and what came out
     */
    public recordMerchantCheck<ThrowOnError extends boolean = true>(options: Options<RecordMerchantCheckData, ThrowOnError>) {
        return (options.client ?? this.client).post<RecordMerchantCheckResponses, RecordMerchantCheckErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/checks',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get merchant check
     */
    public getMerchantCheck<ThrowOnError extends boolean = true>(options: Options<GetMerchantCheckData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantCheckResponses, GetMerchantCheckErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/checks/{check}',
            ...options
        });
    }
    
    /**
     * List merchant complaints
     */
    public listMerchantComplaints<ThrowOnError extends boolean = true>(options: Options<ListMerchantComplaintsData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListMerchantComplaintsResponses, ListMerchantComplaintsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/complaints',
            ...options
        });
    }
    
    /**
     * Record a buyer's complaint of a shop
     */
    public recordMerchantComplaint<ThrowOnError extends boolean = true>(options: Options<RecordMerchantComplaintData, ThrowOnError>) {
        return (options.client ?? this.client).post<RecordMerchantComplaintResponses, RecordMerchantComplaintErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/complaints',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get merchant complaint
     */
    public getMerchantComplaint<ThrowOnError extends boolean = true>(options: Options<GetMerchantComplaintData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantComplaintResponses, GetMerchantComplaintErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/complaints/{complaint}',
            ...options
        });
    }
    
    /**
     * Record how a complaint ended
     */
    public closeMerchantComplaint<ThrowOnError extends boolean = true>(options: Options<CloseMerchantComplaintData, ThrowOnError>) {
        return (options.client ?? this.client).post<CloseMerchantComplaintResponses, CloseMerchantComplaintErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/complaints/{complaint}/close',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * A shop's figures beside its peers'
     */
    public getMerchantMonitoring<ThrowOnError extends boolean = true>(options: Options<GetMerchantMonitoringData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantMonitoringResponses, GetMerchantMonitoringErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/monitoring',
            ...options
        });
    }
    
    /**
     * A shop's record for an association's exchange
     *
     * `format` is `json` or `csv`. Recorded on the audit trail.
     */
    public exportExchangeRecord<ThrowOnError extends boolean = true>(options: Options<ExportExchangeRecordData, ThrowOnError>) {
        return (options.client ?? this.client).get<ExportExchangeRecordResponses, ExportExchangeRecordErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/exchange_record',
            ...options
        });
    }
    
    /**
     * What a sale of a day costs a shop
     */
    public getMerchantFees<ThrowOnError extends boolean = true>(options: Options<GetMerchantFeesData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetMerchantFeesResponses, GetMerchantFeesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/fee_plans',
            ...options
        });
    }
    
    /**
     * Put a shop on a fee plan from a day on
     */
    public assignFeePlan<ThrowOnError extends boolean = true>(options: Options<AssignFeePlanData, ThrowOnError>) {
        return (options.client ?? this.client).post<AssignFeePlanResponses, AssignFeePlanErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchants/{id}/fee_plans',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * All shops' figures, the worst first
     */
    public listMerchantMonitoring<ThrowOnError extends boolean = true>(options?: Options<ListMerchantMonitoringData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListMerchantMonitoringResponses, ListMerchantMonitoringErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/merchant_monitoring',
            ...options
        });
    }
    
    /**
     * List fee plans
     */
    public listFeePlans<ThrowOnError extends boolean = true>(options?: Options<ListFeePlansData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListFeePlansResponses, ListFeePlansErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/fee_plans',
            ...options
        });
    }
    
    /**
     * Add a fee plan, or new terms of one
     */
    public createFeePlan<ThrowOnError extends boolean = true>(options: Options<CreateFeePlanData, ThrowOnError>) {
        return (options.client ?? this.client).post<CreateFeePlanResponses, CreateFeePlanErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/fee_plans',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get fee plan
     */
    public getFeePlan<ThrowOnError extends boolean = true>(options: Options<GetFeePlanData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetFeePlanResponses, GetFeePlanErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/fee_plans/{id}',
            ...options
        });
    }
    
    /**
     * Find orders
     */
    public listOrders<ThrowOnError extends boolean = true>(options?: Options<ListOrdersData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListOrdersResponses, ListOrdersErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders',
            ...options
        });
    }
    
    /**
     * Place an order and learn its credit decision
     *
     * Answers with the decision in `status` and `decision`; `declined` is an answer (201), not an error. An equal second create of the same `merchant_order_no` answers 200 with the existing order.
     */
    public placeOrder<ThrowOnError extends boolean = true>(options: Options<PlaceOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<PlaceOrderResponses, PlaceOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Read an order
     */
    public getOrder<ThrowOnError extends boolean = true>(options: Options<GetOrderData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetOrderResponses, GetOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}',
            ...options
        });
    }
    
    /**
     * Cancel an order before shipment
     *
     * Any state before shipment. The reserved limit is free again at once.
     */
    public cancelOrder<ThrowOnError extends boolean = true>(options: Options<CancelOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<CancelOrderResponses, CancelOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/cancel',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Answer a hold with corrected buyer fields
     *
     * Only the members that change; the order is screened and decided again.
     */
    public correctOrder<ThrowOnError extends boolean = true>(options: Options<CorrectOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<CorrectOrderResponses, CorrectOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/corrections',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Amend order
     */
    public amendOrder<ThrowOnError extends boolean = true>(options: Options<AmendOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<AmendOrderResponses, AmendOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/amend',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Close order
     */
    public closeOrder<ThrowOnError extends boolean = true>(options: Options<CloseOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<CloseOrderResponses, CloseOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/close',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Every verdict on an order, automatic and manual
     */
    public listDecisions<ThrowOnError extends boolean = true>(options: Options<ListDecisionsData, ThrowOnError>) {
        return (options.client ?? this.client).get<ListDecisionsResponses, ListDecisionsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/decisions',
            ...options
        });
    }
    
    /**
     * Everything that happened to an order, in order
     */
    public getTimeline<ThrowOnError extends boolean = true>(options: Options<GetTimelineData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetTimelineResponses, GetTimelineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/timeline',
            ...options
        });
    }
    
    /**
     * Read a buyer: limit, open balance, history
     */
    public getBuyer<ThrowOnError extends boolean = true>(options: Options<GetBuyerData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetBuyerResponses, GetBuyerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers/{id}',
            ...options
        });
    }
    
    /**
     * Find buyers
     */
    public findBuyers<ThrowOnError extends boolean = true>(options?: Options<FindBuyersData, ThrowOnError>) {
        return (options?.client ?? this.client).get<FindBuyersResponses, FindBuyersErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers',
            ...options
        });
    }
    
    /**
     * Export buyer
     */
    public exportBuyer<ThrowOnError extends boolean = true>(options: Options<ExportBuyerData, ThrowOnError>) {
        return (options.client ?? this.client).get<ExportBuyerResponses, ExportBuyerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers/{id}/export',
            ...options
        });
    }
    
    /**
     * Correct buyer
     */
    public correctBuyer<ThrowOnError extends boolean = true>(options: Options<CorrectBuyerData, ThrowOnError>) {
        return (options.client ?? this.client).post<CorrectBuyerResponses, CorrectBuyerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers/{id}/correct',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Erase buyer
     */
    public eraseBuyer<ThrowOnError extends boolean = true>(options: Options<EraseBuyerData, ThrowOnError>) {
        return (options.client ?? this.client).post<EraseBuyerResponses, EraseBuyerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers/{id}/erase',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Restrict contact or further credit
     */
    public restrictBuyer<ThrowOnError extends boolean = true>(options: Options<RestrictBuyerData, ThrowOnError>) {
        return (options.client ?? this.client).post<RestrictBuyerResponses, RestrictBuyerErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/buyers/{id}/restrict',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * The review queue, oldest deadline first
     */
    public listReviews<ThrowOnError extends boolean = true>(options?: Options<ListReviewsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListReviewsResponses, ListReviewsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews',
            ...options
        });
    }
    
    /**
     * Get review
     */
    public getReview<ThrowOnError extends boolean = true>(options: Options<GetReviewData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetReviewResponses, GetReviewErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews/{order}',
            ...options
        });
    }
    
    /**
     * Take a held order into review
     */
    public claimReview<ThrowOnError extends boolean = true>(options: Options<ClaimReviewData, ThrowOnError>) {
        return (options.client ?? this.client).post<ClaimReviewResponses, ClaimReviewErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews/{order}/claim',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Release review
     */
    public releaseReview<ThrowOnError extends boolean = true>(options: Options<ReleaseReviewData, ThrowOnError>) {
        return (options.client ?? this.client).post<ReleaseReviewResponses, ReleaseReviewErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews/{order}/release',
            ...options
        });
    }
    
    /**
     * Decide a held order
     */
    public decideReview<ThrowOnError extends boolean = true>(options: Options<DecideReviewData, ThrowOnError>) {
        return (options.client ?? this.client).post<DecideReviewResponses, DecideReviewErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews/{order}/decide',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Add review note
     */
    public addReviewNote<ThrowOnError extends boolean = true>(options: Options<AddReviewNoteData, ThrowOnError>) {
        return (options.client ?? this.client).post<AddReviewNoteResponses, AddReviewNoteErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reviews/{order}/notes',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get credit policy
     */
    public getCreditPolicy<ThrowOnError extends boolean = true>(options?: Options<GetCreditPolicyData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetCreditPolicyResponses, GetCreditPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_policy',
            ...options
        });
    }
    
    /**
     * Put credit policy
     */
    public putCreditPolicy<ThrowOnError extends boolean = true>(options: Options<PutCreditPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).put<PutCreditPolicyResponses, PutCreditPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_policy',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List credit policy versions
     */
    public listCreditPolicyVersions<ThrowOnError extends boolean = true>(options?: Options<ListCreditPolicyVersionsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListCreditPolicyVersionsResponses, ListCreditPolicyVersionsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_policy/versions',
            ...options
        });
    }
    
    /**
     * Get credit policy version
     */
    public getCreditPolicyVersion<ThrowOnError extends boolean = true>(options: Options<GetCreditPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetCreditPolicyVersionResponses, GetCreditPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_policy/versions/{version}',
            ...options
        });
    }
    
    /**
     * Activate credit policy version
     */
    public activateCreditPolicyVersion<ThrowOnError extends boolean = true>(options: Options<ActivateCreditPolicyVersionData, ThrowOnError>) {
        return (options.client ?? this.client).post<ActivateCreditPolicyVersionResponses, ActivateCreditPolicyVersionErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/credit_policy/versions/{version}/activate',
            ...options
        });
    }
    
    /**
     * Get verification
     */
    public getVerification<ThrowOnError extends boolean = true>(options: Options<GetVerificationData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetVerificationResponses, GetVerificationErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/verification',
            ...options
        });
    }
    
    /**
     * Verify order
     */
    public verifyOrder<ThrowOnError extends boolean = true>(options: Options<VerifyOrderData, ThrowOnError>) {
        return (options.client ?? this.client).post<VerifyOrderResponses, VerifyOrderErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/verification',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Resend verification
     */
    public resendVerification<ThrowOnError extends boolean = true>(options: Options<ResendVerificationData, ThrowOnError>) {
        return (options.client ?? this.client).post<ResendVerificationResponses, ResendVerificationErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/orders/{id}/verification/resend',
            ...options
        });
    }
    
    /**
     * List imports
     */
    public listImports<ThrowOnError extends boolean = true>(options?: Options<ListImportsData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListImportsResponses, ListImportsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/imports',
            ...options
        });
    }
    
    /**
     * Import file
     */
    public importFile<ThrowOnError extends boolean = true>(options: Options<ImportFileData, ThrowOnError>) {
        return (options.client ?? this.client).post<ImportFileResponses, ImportFileErrors, ThrowOnError, 'data'>({
            ...formDataBodySerializer,
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/imports',
            ...options,
            headers: {
                'Content-Type': null,
                ...options.headers
            }
        });
    }
    
    /**
     * Get import
     */
    public getImport<ThrowOnError extends boolean = true>(options: Options<GetImportData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetImportResponses, GetImportErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/imports/{id}',
            ...options
        });
    }
    
    /**
     * List lines
     */
    public listLines<ThrowOnError extends boolean = true>(options?: Options<ListLinesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListLinesResponses, ListLinesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines',
            ...options
        });
    }
    
    /**
     * Get line
     */
    public getLine<ThrowOnError extends boolean = true>(options: Options<GetLineData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetLineResponses, GetLineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines/{id}',
            ...options
        });
    }
    
    /**
     * Match line
     */
    public matchLine<ThrowOnError extends boolean = true>(options: Options<MatchLineData, ThrowOnError>) {
        return (options.client ?? this.client).post<MatchLineResponses, MatchLineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines/{id}/match',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Unmatch line
     */
    public unmatchLine<ThrowOnError extends boolean = true>(options: Options<UnmatchLineData, ThrowOnError>) {
        return (options.client ?? this.client).post<UnmatchLineResponses, UnmatchLineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines/{id}/unmatch',
            ...options
        });
    }
    
    /**
     * Ignore line
     */
    public ignoreLine<ThrowOnError extends boolean = true>(options: Options<IgnoreLineData, ThrowOnError>) {
        return (options.client ?? this.client).post<IgnoreLineResponses, IgnoreLineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines/{id}/ignore',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Refund line
     */
    public refundLine<ThrowOnError extends boolean = true>(options: Options<RefundLineData, ThrowOnError>) {
        return (options.client ?? this.client).post<RefundLineResponses, RefundLineErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/lines/{id}/refund',
            ...options
        });
    }
    
    /**
     * Get reconciliation summary
     */
    public getReconciliationSummary<ThrowOnError extends boolean = true>(options?: Options<GetReconciliationSummaryData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetReconciliationSummaryResponses, GetReconciliationSummaryErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/reconciliation/summary',
            ...options
        });
    }
    
    /**
     * A buyer pays at a konbini till
     */
    public playKonbiniPayment<ThrowOnError extends boolean = true>(options: Options<PlayKonbiniPaymentData, ThrowOnError>) {
        return (options.client ?? this.client).post<PlayKonbiniPaymentResponses, PlayKonbiniPaymentErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_helpers/konbini_payment',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * A buyer transfers money
     */
    public playBankTransfer<ThrowOnError extends boolean = true>(options: Options<PlayBankTransferData, ThrowOnError>) {
        return (options.client ?? this.client).post<PlayBankTransferResponses, PlayBankTransferErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_helpers/bank_transfer',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * The carrier delivers
     */
    public playDelivery<ThrowOnError extends boolean = true>(options: Options<PlayDeliveryData, ThrowOnError>) {
        return (options.client ?? this.client).post<PlayDeliveryResponses, PlayDeliveryErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/test_helpers/delivered',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Get dunning policy
     */
    public getDunningPolicy<ThrowOnError extends boolean = true>(options?: Options<GetDunningPolicyData, ThrowOnError>) {
        return (options?.client ?? this.client).get<GetDunningPolicyResponses, GetDunningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_policy',
            ...options
        });
    }
    
    /**
     * Put dunning policy
     */
    public putDunningPolicy<ThrowOnError extends boolean = true>(options: Options<PutDunningPolicyData, ThrowOnError>) {
        return (options.client ?? this.client).put<PutDunningPolicyResponses, PutDunningPolicyErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_policy',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * List dunning cases
     */
    public listDunningCases<ThrowOnError extends boolean = true>(options?: Options<ListDunningCasesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListDunningCasesResponses, ListDunningCasesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_cases',
            ...options
        });
    }
    
    /**
     * Get dunning case
     */
    public getDunningCase<ThrowOnError extends boolean = true>(options: Options<GetDunningCaseData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetDunningCaseResponses, GetDunningCaseErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_cases/{id}',
            ...options
        });
    }
    
    /**
     * Pause dunning case
     */
    public pauseDunningCase<ThrowOnError extends boolean = true>(options: Options<PauseDunningCaseData, ThrowOnError>) {
        return (options.client ?? this.client).post<PauseDunningCaseResponses, PauseDunningCaseErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_cases/{id}/pause',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Resume dunning case
     */
    public resumeDunningCase<ThrowOnError extends boolean = true>(options: Options<ResumeDunningCaseData, ThrowOnError>) {
        return (options.client ?? this.client).post<ResumeDunningCaseResponses, ResumeDunningCaseErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_cases/{id}/resume',
            ...options
        });
    }
    
    /**
     * Promise dunning case
     */
    public promiseDunningCase<ThrowOnError extends boolean = true>(options: Options<PromiseDunningCaseData, ThrowOnError>) {
        return (options.client ?? this.client).post<PromiseDunningCaseResponses, PromiseDunningCaseErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/dunning_cases/{id}/promise',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
    
    /**
     * Find batches
     */
    public listBatches<ThrowOnError extends boolean = true>(options?: Options<ListBatchesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListBatchesResponses, ListBatchesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/batches',
            ...options
        });
    }
    
    /**
     * Send a file of operations
     *
     * JSON Lines, or a table with `profile=orders`, `profile=shipments` or the code of a stored profile, as the body or as `file` of a form. A JSON line is an operation, `{"op": "orders.create", "ref": "row-1", "body": {…}}`, with the body of the call that it stands for, or an order by itself; further `op`: `orders.amend`, `orders.cancel`, `orders.close`, `shipments.create`, `shipments.void`, `credit_notes.create`. Up to 100,000 lines and 256 MiB. The same file again answers the batch that exists (200, `duplicate_of`).
     */
    public createBatch<ThrowOnError extends boolean = true>(options: Options<CreateBatchData, ThrowOnError>) {
        return (options.client ?? this.client).post<CreateBatchResponses, CreateBatchErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/batches',
            ...options,
            headers: {
                'Content-Type': 'application/x-ndjson',
                ...options.headers
            }
        });
    }
    
    /**
     * How far a batch is, and how it ended
     */
    public getBatch<ThrowOnError extends boolean = true>(options: Options<GetBatchData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetBatchResponses, GetBatchErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/batches/{id}',
            ...options
        });
    }
    
    /**
     * A result per line, as JSON Lines
     */
    public getBatchResults<ThrowOnError extends boolean = true>(options: Options<GetBatchResultsData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetBatchResultsResponses, GetBatchResultsErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/batches/{id}/results',
            ...options
        });
    }
    
    /**
     * Run no further line of a batch
     *
     * What was done stays done.
     */
    public cancelBatch<ThrowOnError extends boolean = true>(options: Options<CancelBatchData, ThrowOnError>) {
        return (options.client ?? this.client).post<CancelBatchResponses, CancelBatchErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/batches/{id}/cancel',
            ...options
        });
    }
    
    /**
     * How this shop's tables are written
     *
     * The stored profiles of the tenant, or of one merchant, and those that come with the platform (`built_in`).
     */
    public listCsvProfiles<ThrowOnError extends boolean = true>(options?: Options<ListCsvProfilesData, ThrowOnError>) {
        return (options?.client ?? this.client).get<ListCsvProfilesResponses, ListCsvProfilesErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/csv_profiles',
            ...options
        });
    }
    
    /**
     * Forget how a shop's tables are written
     *
     * Batches that were read by it go on.
     */
    public deleteCsvProfile<ThrowOnError extends boolean = true>(options: Options<DeleteCsvProfileData, ThrowOnError>) {
        return (options.client ?? this.client).delete<DeleteCsvProfileResponses, DeleteCsvProfileErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/csv_profiles/{code}',
            ...options
        });
    }
    
    /**
     * One profile of tables
     */
    public getCsvProfile<ThrowOnError extends boolean = true>(options: Options<GetCsvProfileData, ThrowOnError>) {
        return (options.client ?? this.client).get<GetCsvProfileResponses, GetCsvProfileErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/csv_profiles/{code}',
            ...options
        });
    }
    
    /**
     * Store how a shop's tables are written
     *
     * Columns, encoding, delimiter and dates of a table of orders or shipments, for imports and exports. A batch keeps the profile as it was when its file came.
     */
    public putCsvProfile<ThrowOnError extends boolean = true>(options: Options<PutCsvProfileData, ThrowOnError>) {
        return (options.client ?? this.client).put<PutCsvProfileResponses, PutCsvProfileErrors, ThrowOnError, 'data'>({
            responseStyle: 'data',
            security: [{ scheme: 'bearer', type: 'http' }],
            url: '/v1/csv_profiles/{code}',
            ...options,
            headers: {
                'Content-Type': 'application/json',
                ...options.headers
            }
        });
    }
}

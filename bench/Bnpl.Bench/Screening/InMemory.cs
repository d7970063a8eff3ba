using System.Diagnostics;
using Bnpl.Bench.Simulation;
using Bnpl.Contracts;
using Bnpl.Contracts.Purchases;
using Bnpl.Contracts.Screening;
using Bnpl.Screening.Devices;
using Bnpl.Screening.Facts;
using Bnpl.Screening.Models;
using Bnpl.Screening.Networks;
using Bnpl.Screening.Normalization;
using Bnpl.Screening.Policies;
using Bnpl.Screening.Screenings;
using Bnpl.Screening.Signals;

namespace Bnpl.Bench.Screening;

/// <summary>What a screening does between its two round trips, each part by itself on one core, over the simulation's spellings.</summary>
internal static class InMemory
{
    private const int Inputs = 2_000;
    private const int TrainingRows = 4_000;

    /// <param name="BundledBytes">Held after the bundled data was loaded.</param>
    internal sealed record Result(IReadOnlyList<(string What, Pace Pace)> Paces, long BundledBytes, double BundledSeconds, int ModelBytes);

    public static async Task<Result> MeasureAsync()
    {
        long before = GC.GetTotalMemory(forceFullCollection: true), started = Stopwatch.GetTimestamp();
        await new WarmUp().StartAsync(CancellationToken.None);
        await new NetworkWarmUp().StartAsync(CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        long bundled = GC.GetTotalMemory(forceFullCollection: true) - before;

        List<SimulatedPurchase> purchases = [.. World.Generate(1, 6_000).Purchases.Take(Inputs)];
        List<Form> forms = [.. purchases.Select(purchase => purchase.Form)];
        List<ScreeningRequest> requests = [.. purchases.Select(Request)];
        List<Readings> readings = [.. requests.Select(request => Case(request).Readings)];
        CompiledPolicy few = new("few", 1, BenchPolicy.Document(20)), many = new("many", 1, BenchPolicy.Document(200));
        TreeEnsemble model = Train(readings);
        List<float[]> features = [.. readings.Select(Features.Of)];
        double[] contributions = new double[model.FeatureCount];
        return new Result(
            [
                ("address", Pace.Of(forms, form => AddressNormalizer.Normalize(new AddressInput(form.Address.PostalCode, form.Address.Prefecture, form.Address.City, form.Address.Line1, form.Address.Line2)))),
                ("address in one line", Pace.Of([.. forms.Select(form => form.Address).Select(a => a.Prefecture + a.City + a.Line1 + a.Line2)], text => AddressNormalizer.Normalize(AddressInput.Free(text)))),
                ("name with kana", Pace.Of(forms, form => NameNormalizer.Normalize(form.Name, form.Kana))),
                ("telephone", Pace.Of(forms, form => PhoneNormalizer.Normalize(form.Phone))),
                ("mail address", Pace.Of(forms, form => EmailNormalizer.Normalize(form.Email))),
                ("user agent", Pace.Of([.. forms.Select(form => form.Agent)], agent => UserAgentReader.Read(agent))),
                ("network of an IP address", Pace.Of([.. forms.Select(form => form.Ip)], ip => NetworkOrigin.Lookup(ip))),
                ("whole purchase normalised", Pace.Of(requests, request => NormalizedPurchase.Of(request))),
                ("all signals and measures read", Pace.Of(requests, request => _ = Case(request).Readings)),
                ("decision, 20 rules", Pace.Of(readings, reading => few.Judge(reading))),
                ("decision, 200 rules", Pace.Of(readings, reading => many.Judge(reading))),
                ("model score", Pace.Of(features, vector => model.Score(vector))),
                ("model score with contributions", Pace.Of(features, vector => model.Explain(vector, contributions, out _))),
            ],
            bundled,
            seconds,
            TreeEnsembleFormat.Write(model.Shapes).Length);
    }

    private static ScreeningCase Case(ScreeningRequest request) => new(request, NormalizedPurchase.Of(request), ScreeningFacts.None, request.OrderedAt, "Asia/Tokyo");

    private static ScreeningRequest Request(SimulatedPurchase purchase) => new(
        EntityId.New(),
        "bnpl",
        purchase.Form.Amount,
        DateTimeOffset.UnixEpoch.AddYears(56).AddDays(purchase.Day),
        new BuyerDetails
        {
            Name = purchase.Form.Name,
            NameKana = purchase.Form.Kana,
            Phone = purchase.Form.Phone,
            Email = purchase.Form.Email,
            Address = new PostalAddress
            {
                PostalCode = purchase.Form.Address.PostalCode,
                Prefecture = purchase.Form.Address.Prefecture,
                City = purchase.Form.Address.City,
                Line1 = purchase.Form.Address.Line1,
                Line2 = purchase.Form.Address.Line2,
            },
        },
        [.. purchase.Form.Lines.Select(line => new PurchaseLine { Name = line.Item, Category = line.Category, Quantity = line.Quantity, UnitPrice = line.UnitPrice, TaxRate = "0.10" })],
        [new Delivery { SameAsBuyer = true }],
        new Device { Ip = purchase.Form.Ip, UserAgent = purchase.Form.Agent, CookieId = purchase.Form.Cookie },
        TestMode: false);

    /// <summary>Trees as large as a tenant's: real vectors, a few columns shaken, and ends that depend on those.</summary>
    private static TreeEnsemble Train(List<Readings> readings)
    {
        Dice dice = new(1);
        List<TrainingRow> rows = [];
        for (int i = 0; i < TrainingRows; i++)
        {
            float[] vector = Features.Of(readings[i % readings.Count]);
            double weight = -3.5;
            for (int column = 0; column < vector.Length; column += 4)
            {
                vector[column] = dice.Below(6);
                weight += column % 16 == 0 ? 0.25 * (vector[column] - 2.5) : 0;
            }

            rows.Add(new TrainingRow(vector, dice.Happens(1 / (1 + Math.Exp(-weight))), DateTimeOffset.UnixEpoch.AddHours(i)));
        }

        FeatureSchema schema = new(Features.Version, [.. Features.Names.Select(name => new Feature(name, name, null, "", ""))]);
        BaselineScore nothing = new(schema, new Dictionary<string, BaselineWeight>());
        return ModelTraining.Train(rows, schema, nothing, 1, DateTimeOffset.UnixEpoch.AddYears(1)) is TrainingResult.Trained trained
            ? trained.Model
            : throw new InvalidOperationException("The benchmark's model could not be trained.");
    }
}

namespace Bnpl.Screening.Normalization;

internal sealed record Prefecture(string Code, string Name, string Folded);

internal sealed class City(string code, Prefecture prefecture, string name, string folded)
{
    public string Code { get; } = code;

    public Prefecture Prefecture { get; } = prefecture;

    public string Name { get; } = name;

    public string Folded { get; } = folded;

    public int LongestTown { get; private set; }

    /// <summary>Folded town name to the name as published.</summary>
    private Dictionary<string, string> Towns { get; } = [];

    /// <summary>Spellings that folding alone does not join (四ツ谷 for 四谷), to the folded name; only where no town of the city is called so.</summary>
    private Dictionary<string, string> Respelled { get; } = [];

    public bool TryTown(ReadOnlySpan<char> folded, out string name)
    {
        var found = Towns.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var town);
        name = town ?? "";
        return found;
    }

    public bool TryRespelled(ReadOnlySpan<char> folded, out string name, out string? foldedName)
    {
        name = "";
        foldedName = null;
        if (!Respelled.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var meant)) return false;
        (name, foldedName) = (Towns[meant], meant);
        return true;
    }

    public void Add(string foldedTown, string town)
    {
        // A town called by digits alone cannot be told from a house number.
        if (foldedTown.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0) return;
        Towns.TryAdd(foldedTown, town);
        LongestTown = Math.Max(LongestTown, foldedTown.Length + 1);
    }

    /// <summary>To be called once all towns are added.</summary>
    public void Complete()
    {
        foreach (var (stem, numbered) in Towns.Where(town => TownSpelling.Stem(town.Key).Length > 0).ToLookup(town => TownSpelling.Stem(town.Key)).ToDictionary(group => group.Key, group => group.ToList()))
        {
            // 本町三丁目 beside 本町, or 保原町１丁目 beside 保原町２丁目: the number belongs to the block, or 本町3-36 would be another place.
            if (numbered.Count == 1 && !Towns.ContainsKey(stem)) continue;
            foreach (var (folded, town) in numbered)
            {
                Towns.Remove(folded);
                Towns.TryAdd(stem, TownSpelling.Published(town));
            }
        }
        Towns.TrimExcess();
        foreach (var spelling in Towns.Keys)
        {
            foreach (var other in TownSpelling.Others(spelling))
            {
                if (!Towns.ContainsKey(other)) Respelled.TryAdd(other, spelling);
            }
        }
    }
}

internal readonly record struct CityName(City City, bool Alias);

internal readonly record struct PostalTown(City City, string Town, string Folded);

/// <summary>All municipalities and towns of Japan Post's list, by hash of their folded names. Read once, then immutable.</summary>
internal sealed class TownMaster
{
    public static readonly TownMaster Bundled = new(BundledData.Lines("towns.txt.br"));

    private readonly Dictionary<string, Prefecture> _prefectures = [];
    private readonly Dictionary<string, Prefecture> _shortPrefectures = [];
    private readonly Dictionary<string, List<CityName>> _cities = [];
    /// <summary>By the code's digits as a number; of large buildings the first five digits alone, negated. Where the chain of its towns begins.</summary>
    private readonly Dictionary<int, int> _postal = [];
    private readonly List<(PostalTown Town, int Next)> _postalTowns = [];
    private readonly Dictionary<string, City> _byCode = [];
    private readonly Dictionary<string, City> _byName = [];
    private readonly Dictionary<Prefecture, List<City>> _ofPrefecture = [];

    private TownMaster(List<string> lines)
    {
        City? city = null;
        foreach (var line in lines)
        {
            if (line[0] == '=')
            {
                var parts = line[1..].Split('\t');
                city = AddCity(parts[0], parts[1], parts[2]);
                continue;
            }
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            AddTown(city!, line[..tab], line.AsSpan(tab + 1));
        }
        foreach (var each in _byCode.Values) each.Complete();
        _postalTowns.TrimExcess();
        foreach (var (alias, codes) in FormerMunicipalities.Names)
        {
            foreach (var code in codes)
            {
                if (_byCode.TryGetValue(code, out var today)) AddName(FoldPlace(alias), today, alias: true);
            }
        }
    }

    public int LongestCity { get; private set; }

    public IEnumerable<City> CitiesOf(Prefecture prefecture) => _ofPrefecture[prefecture];

    public City? ByName(string prefecture, string name) => _byName.GetValueOrDefault(prefecture + name);

    public static string FoldPlace(string name)
    {
        Span<char> chars = stackalloc char[AddressText.MaxLength];
        Span<char> town = stackalloc char[AddressText.MaxLength];
        Span<bool> spaced = stackalloc bool[AddressText.MaxLength];
        var clean = TextFolding.Clean(name);
        var text = AddressText.Fold(clean, chars, town, spaced).Town;
        if (text.StartsWith("大字")) text = text[2..];
        else if (text.Length > 1 && text[0] == '字') text = text[1..];
        return new string(text);
    }

    public bool TryPrefecture(ReadOnlySpan<char> folded, out Prefecture prefecture) =>
        _prefectures.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out prefecture!);

    public bool TryShortPrefecture(ReadOnlySpan<char> folded, out Prefecture prefecture) =>
        _shortPrefectures.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out prefecture!);

    public List<CityName>? Cities(ReadOnlySpan<char> folded) =>
        _cities.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var cities) ? cities : null;

    /// <summary>Every town a postal code stands for; the code of one large building answers with its municipality.</summary>
    public List<PostalTown>? ByPostalCode(string? code)
    {
        if (code is null) return null;
        if (!_postal.TryGetValue(PostalKey(code), out var at) && !_postal.TryGetValue(PostalKey(code.AsSpan(0, 5)), out at)) return null;
        var towns = new List<PostalTown>(1);
        for (; at >= 0; at = _postalTowns[at].Next) towns.Add(_postalTowns[at].Town);
        return towns;
    }

    private static int PostalKey(ReadOnlySpan<char> code)
    {
        var number = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
        return code.Length == 5 ? -1 - number : number;
    }

    private City AddCity(string code, string prefectureName, string name)
    {
        var foldedPrefecture = FoldPlace(prefectureName);
        if (!_prefectures.TryGetValue(foldedPrefecture, out var prefecture))
        {
            prefecture = new Prefecture(code[..2], prefectureName, foldedPrefecture);
            _prefectures[foldedPrefecture] = prefecture;
            if (prefectureName != "北海道") _shortPrefectures[foldedPrefecture[..^1]] = prefecture;
        }
        var city = new City(code, prefecture, name, FoldPlace(name));
        _byCode[code] = city;
        _byName[prefectureName + name] = city;
        if (!_ofPrefecture.TryGetValue(prefecture, out var cities)) _ofPrefecture[prefecture] = cities = [];
        cities.Add(city);
        AddName(city.Folded, city, alias: false);
        var county = name.IndexOf('郡', 1);
        // 郡山市, 蒲郡市, 小郡市, 大和郡山市 are cities, not counties.
        if (county > 0 && county < name.Length - 2 && name[^1] is '町' or '村') AddName(FoldPlace(name[(county + 1)..]), city, alias: true);
        var ward = name.IndexOf('市', 1);
        if (ward > 0 && name[^1] == '区') AddName(FoldPlace(name[(ward + 1)..]), city, alias: true);
        return city;
    }

    private void AddName(string folded, City city, bool alias)
    {
        if (!_cities.TryGetValue(folded, out var list)) _cities[folded] = list = [];
        list.Add(new CityName(city, alias));
        LongestCity = Math.Max(LongestCity, folded.Length);
    }

    private void AddTown(City city, string town, ReadOnlySpan<char> codes)
    {
        var folded = town.Length == 0 ? "" : FoldPlace(town);
        if (folded == town) folded = town; // one string for both
        if (folded.Length > 0) city.Add(folded, town);
        foreach (var range in codes.Split(' '))
        {
            var key = PostalKey(codes[range]);
            var next = _postal.GetValueOrDefault(key, -1);
            _postal[key] = _postalTowns.Count;
            _postalTowns.Add((new PostalTown(city, town, folded), next));
        }
    }
}

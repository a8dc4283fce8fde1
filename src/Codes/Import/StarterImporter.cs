namespace CodingAhead.Codes.Import;

/// <summary>
/// Our own starter data (<c>data/starter/*.csv</c>, embedded): the lowest layer of every book. Labels and synonyms are our words;
/// the facts in it are checked against the releases by tests, and an official fact wins over them wherever there is one.
/// </summary>
public sealed class StarterImporter : IImporter
{
    /// <summary>The data set all starter files belong to.</summary>
    public const string Dataset = "starter";

    /// <summary>A code and its label in our words.</summary>
    public static readonly Table Label = new("starter-label", "label", "note") { Snapshot = false };

    /// <summary>Words people search with.</summary>
    public static readonly Table Synonym = new("starter-synonym", "synonyms") { Snapshot = false };

    /// <summary>That a code exists, on our word, with the dates we know.</summary>
    public static readonly Table Code = new("starter-code", "origin") { Snapshot = false, Defines = true };

    /// <summary>Indicators of a CPT code that the starter book needs when there is no release.</summary>
    public static readonly Table Indicators = new("starter-indicators", "status", "global", "bilateral") { Snapshot = false };

    /// <summary>Add-on code and its primaries.</summary>
    public static readonly Table AddOns = new("starter-addon", "primaries") { Snapshot = false };

    /// <summary>What a modifier does to a bill.</summary>
    public static readonly Table Modifier = new("starter-modifier", "kind", "effect") { Snapshot = false };

    /// <summary>A verdict on a modifier, and the indicators of the code that it follows from; rows are tried in the file's order.</summary>
    public static readonly Table ModifierRule = new("modifier-rule", "when", "verdict", "because", "manual") { Snapshot = false };

    /// <summary>What a modifier pays, while it does.</summary>
    public static readonly Table ModifierRate = new("modifier-rate", "percent", "words", "manual") { Snapshot = false };

    /// <summary>What the place of a code in its set says of it: section, group, body region.</summary>
    public static readonly Table CodeRange = new("code-range", "first", "last", "fact", "value", "note") { Snapshot = false };

    /// <summary>The register key under which the code ranges lie.</summary>
    public static readonly CodeKey RangesKey = CodeKey.Of(CodeSet.Register, "CODE-RANGES");

    /// <summary>A place of service: facility or not.</summary>
    public static readonly Table Place = new("starter-pos", "setting", "meaning") { Snapshot = false };

    /// <summary>The meaning of an indicator's value.</summary>
    public static readonly Table Meaning = new("indicator-meaning", "kind", "value", "label", "meaning") { Snapshot = false };

    /// <summary>Changes of codes older than the releases.</summary>
    public static readonly Table History = new("starter-history", "change", "date", "successors", "source", "note") { Snapshot = false };

    /// <summary>A phrase and what it stands for, for search.</summary>
    public static readonly Table Phrase = new("search-synonym", "phrase", "meaning") { Snapshot = false };

    // The day up to which the starter's facts were checked against releases, by kind: nothing is claimed after it.
    private static readonly (DateOnly From, DateOnly To) Checked = (new DateOnly(2000, 1, 1), new DateOnly(2026, 9, 30));
    private static readonly DateOnly CptChecked = new(2025, 12, 31);

    /// <summary>The embedded files.</summary>
    public static IReadOnlyList<ReleaseFile> Files { get; } = Embedded.Under("starter/");

    /// <inheritdoc/>
    public string Name => "starter";

    /// <inheritdoc/>
    public string Publisher => "CodingAhead";

    /// <inheritdoc/>
    public IReadOnlyList<Table> Tables { get; } = [Label, Synonym, Code, Indicators, AddOns, Modifier, ModifierRule, ModifierRate, CodeRange, Place, Meaning, History, Phrase];

    /// <inheritdoc/>
    public bool Recognises(FileProbe probe) => probe.Path.StartsWith("starter/", StringComparison.Ordinal);

    /// <inheritdoc/>
    public void Read(ReleaseFile file, FactSink sink, CancellationToken cancel)
    {
        sink.Edition(new EditionDates(Dataset, "starter", Checked.From, file.Name is "cpt.csv" or "hcpcs.csv" ? CptChecked : Checked.To));
        string[]? header = null;
        foreach (var (line, fields) in file.Csv())
        {
            if (header is null)
            {
                header = fields;
                continue;
            }

            if (fields.Length == 1 && fields[0].Length == 0) continue;
            if (fields.Length != header.Length) throw file.Error(line, $"{fields.Length} fields", $"{header.Length}: {string.Join(',', header)}");
            var row = new Fields(file, line, header, fields);
            switch (file.Name)
            {
                case "cpt.csv":
                    Coded(CodeSet.Cpt, row, sink);
                    sink.Row().Column(row["status"]).Column(row["global_days"]).Column(row["bilateral"]).End(Indicators, row.Key(CodeSet.Cpt), line, from: Day.Unknown, to: Day.Open);
                    if (row["addon_to"].Length > 0) sink.Row().Column(row["addon_to"]).End(AddOns, row.Key(CodeSet.Cpt), line, from: Day.Unknown, to: Day.Open);
                    break;
                case "hcpcs.csv":
                    Coded(CodeSet.Hcpcs, row, sink);
                    break;
                case "icd10cm.csv":
                    Coded(CodeSet.Icd10Cm, row, sink, "title");
                    break;
                case "icd10cm-categories.csv":
                    Coded(CodeSet.Icd10Cm, row, sink, "title");
                    break;
                case "modifiers.csv":
                    Coded(CodeSet.Modifier, row, sink);
                    sink.Row().Column(row["kind"]).Column(row["effect"]).End(Modifier, row.Key(CodeSet.Modifier), line, from: Day.Unknown, to: Day.Open);
                    break;
                case "modifier-rules.csv":
                    foreach (var modifier in row["modifiers"].Split('|'))
                    {
                        if (!CodeKey.TryParse(CodeSet.Modifier, modifier, out var key)) throw file.Error(line, $"modifier '{modifier}'", "two characters");
                        sink.Row().Column(row["when"]).Column(row["verdict"]).Column(row["because"]).Column(row["manual"])
                            .End(ModifierRule, key, line, from: row.Date("valid_from") ?? Day.Unknown, to: row.Date("valid_to") ?? Day.Open);
                    }

                    break;
                case "modifier-rates.csv":
                    sink.Row().Column(row["percent"]).Column(row["words"]).Column(row["manual"])
                        .End(ModifierRate, row.Key(CodeSet.Modifier), line, from: row.Date("valid_from") ?? Day.Unknown, to: row.Date("valid_to") ?? Day.Open);
                    break;
                case "code-ranges.csv":
                    sink.Row().Column(row["first"]).Column(row["last"]).Column(row["fact"]).Column(row["value"]).Column(row["note"])
                        .End(CodeRange, RangesKey, line, from: Day.Unknown, to: Day.Open);
                    break;
                case "pos.csv":
                    Coded(CodeSet.Pos, row, sink);
                    sink.Row().Column(row["setting"]).Column(row["meaning"]).End(Place, row.Key(CodeSet.Pos), line, from: Day.Unknown, to: Day.Open);
                    break;
                case "indicators.csv":
                    sink.Row().Column(row["kind"]).Column(row["value"]).Column(row["label"]).Column(row["meaning"])
                        .End(Meaning, IndicatorKey(row["kind"]), line, from: Day.Unknown, to: Day.Open);
                    break;
                case "history.csv":
                {
                    var set = CodeSets.TryParse(row["set"], out var s) ? s : throw file.Error(line, $"set '{row["set"]}'", "a code set");
                    sink.Row().Column(row["change"]).Column(row["date"]).Column(row["successors"]).Column(row["source"]).Column(row["note"])
                        .End(History, row.Key(set), line, from: Day.Unknown, to: Day.Open);
                    break;
                }

                case "synonyms.csv":
                    sink.Row().Column(row["phrase"]).Column(row["meaning"]).End(Phrase, CodeKey.Of(CodeSet.Register, "SYNONYM"), line, from: Day.Unknown, to: Day.Open);
                    break;
            }
        }
    }

    /// <summary>The register key under which the meanings of one kind of indicator lie, as in <c>MEANS-STATU</c>.</summary>
    public static CodeKey IndicatorKey(string kind)
    {
        var plain = string.Concat(kind.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return CodeKey.Of(CodeSet.Indicator, plain.Length > 11 ? plain[..11] : plain);
    }

    private static void Coded(CodeSet set, Fields row, FactSink sink, string label = "label")
    {
        var key = row.Key(set);
        sink.Unique(key, row.Line);
        var from = row.Date("valid_from");
        var to = row.Date("valid_to");
        sink.Row().Column("starter").End(Code, key, row.Line, from: from ?? Day.Unknown, to: to ?? Day.Open);
        sink.Row().Column(row[label]).Column(row.Optional("note")).End(Label, key, row.Line, from: Day.Unknown, to: Day.Open);
        var synonyms = row.Optional("synonyms");
        if (synonyms.Length > 0) sink.Row().Column(synonyms).End(Synonym, key, row.Line, from: Day.Unknown, to: Day.Open);
    }

    private readonly record struct Fields(ReleaseFile File, int Line, string[] Header, string[] Values)
    {
        public string this[string column] => Array.IndexOf(Header, column) is var i and >= 0 ? Values[i] : throw File.Error(1, "other columns", $"a column {column}");

        public string Optional(string column) => Array.IndexOf(Header, column) is var i and >= 0 ? Values[i] : "";

        public CodeKey Key(CodeSet set) => CodeKey.TryParse(set, this["code"], out var key) ? key : throw File.Error(Line, $"code '{this["code"]}'", $"a code of {set.Name()}");

        public ushort? Date(string column)
        {
            var text = Optional(column);
            return text.Length == 0 ? null : Day.TryParse(text, out var date) ? Day.Of(date) : throw File.Error(Line, $"date '{text}'", "yyyy-MM-dd");
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using CodingAhead.Claims.X12;
using CsCheck;

namespace CodingAhead.Claims.Tests.X12;

/// <summary>How a sample file is written.</summary>
internal sealed record SampleStyle
{
    public char Element { get; init; } = '*';

    public char Component { get; init; } = ':';

    public char Repetition { get; init; } = '^';

    public string Terminator { get; init; } = "~";

    /// <summary>What follows each terminator.</summary>
    public string LineEnd { get; init; } = "\n";

    /// <summary>The claim's provider renders (2310B) for a group that bills.</summary>
    public bool Rendering { get; init; }

    /// <summary>The claim's ZIP code is that of a service facility (2310C).</summary>
    public bool Facility { get; init; }

    /// <summary>The patient is the child of a subscriber (2000C). Such a patient has no MBI.</summary>
    public bool Dependent { get; init; }

    /// <summary>As many claims are in one transaction set.</summary>
    public int ClaimsInSet { get; init; } = 100;

    /// <summary>As many transaction sets are in one interchange.</summary>
    public int SetsInInterchange { get; init; } = 100;
}

/// <summary>Writes claims as 837P files, for tests and measurements. All people in them are invented.</summary>
internal static class Samples
{
    /// <summary>Invented, with a right check digit.</summary>
    public const string Npi = "1234567893", OtherNpi = "1999000015", GroupNpi = "1999000023";

    /// <summary>Of the right form, and nobody's.</summary>
    public const string Mbi = "2WV7XQ3RT45";

    /// <summary>What no error may repeat: names, addresses and numbers of the invented people.</summary>
    public static readonly string[] Private = ["ZUCKERPFERD", "AMARANTA", "WINDMUEHLE", "QUELLBACH", Mbi, "19580302", "ACCT77"];

    public static List<ReadClaim> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    public static List<ReadClaim> Read(byte[] bytes) => [.. X12Claims.Read(new MemoryStream(bytes), "folder/claims.837")];

    /// <summary>The only outcome of a file.</summary>
    public static Claim ReadOne(string text)
    {
        var read = Assert.Single(Read(text));
        Assert.True(read.Claim is not null, read.Error?.Error);
        return read.Claim;
    }

    /// <summary>All that is in a claim, to compare; its place is left out because it differs by style.</summary>
    public static string Shape(Claim claim, bool remarks = true) =>
        JsonSerializer.Serialize(claim with { Place = null, Remarks = remarks ? claim.Remarks : [], Lines = [.. claim.Lines.Select(l => l with { Units = l.Units / 1.000000m, Charge = l.Charge / 1.000000m })] });

    /// <summary>One interchange, group and transaction set around segments, which end with <c>~</c> or a line end.</summary>
    public static string Wrap(string segments, bool institutional = false)
    {
        var body = segments.Split(['~', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var guide = institutional ? "005010X223A2" : "005010X222A1";
        return string.Join('\n', (string[])
        [
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *251020*0830*^*00501*000000007*0*T*:~",
            $"GS*HC*SENDER*RECEIVER*20251020*0830*7*X*{guide}~", $"ST*837*0001*{guide}~", "BHT*0019*00*X1*20251020*0830*CH~",
            .. body.Select(s => s + "~"), $"SE*{body.Length + 3}*0001~", "GE*1*7~", "IEA*1*000000007~",
        ]);
    }

    /// <summary>Billing provider and subscriber, who is the patient; claims may follow.</summary>
    public const string Levels =
        """
        HL*1**20*1
        NM1*85*2*QUELLBACH CLINIC*****XX*1234567893
        N3*1 WINDMUEHLE WAY
        N4*CHICAGO*IL*606011234
        HL*2*1*22*0
        SBR*P*18*******MB
        NM1*IL*1*ZUCKERPFERD*AMARANTA****MI*2WV7XQ3RT45
        N3*2 WINDMUEHLE WAY
        N4*OAK PARK*IL*60302
        DMG*D8*19580302*F
        NM1*PR*2*MEDICARE*****PI*00111
        """;

    /// <summary>A claim of one line.</summary>
    public static string Claim(string id = "C1", string line = "SV1*HC:99213*100*UN*1***1", string date = "DTP*472*D8*20251015", string charge = "100") =>
        $"""
        CLM*{id}*{charge}***11:B:1*Y*A*Y*Y
        HI*ABK:M47816*ABF:I10
        LX*1
        {line}
        {date}
        """;

    public static string Join(params string[] parts) => string.Join('\n', parts);

    /// <summary>Writes claims; what an 837P cannot say (MAC, locality, specialty) is left out.</summary>
    public static string Write(IReadOnlyList<Claim> claims, SampleStyle? style = null)
    {
        style ??= new SampleStyle();
        var text = new StringBuilder();
        var sets = claims.Chunk(style.ClaimsInSet).ToArray();
        var interchange = 0;
        foreach (var some in sets.Chunk(style.SetsInInterchange)) WriteInterchange(text, some, style, ++interchange);
        return text.ToString();
    }

    private static void WriteInterchange(StringBuilder text, Claim[][] sets, SampleStyle style, int number)
    {
        void Add(params string[] elements) => text.Append(string.Join(style.Element, elements)).Append(style.Terminator).Append(style.LineEnd);
        var control = number.ToString("000000000", CultureInfo.InvariantCulture);
        Add("ISA", "00", new string(' ', 10), "00", new string(' ', 10), "ZZ", "SENDER         ", "ZZ", "RECEIVER       ", "251020", "0830", $"{style.Repetition}", "00501",
            control, "0", "T", $"{style.Component}");
        Add("GS", "HC", "SENDER", "RECEIVER", "20251020", "0830", $"{number}", "X", "005010X222A1");
        for (var i = 0; i < sets.Length; i++)
        {
            var count = 0;
            void AddCounted(params string[] elements)
            {
                count++;
                Add(elements);
            }

            var set = (i + 1).ToString("0000", CultureInfo.InvariantCulture);
            AddCounted("ST", "837", set, "005010X222A1");
            AddCounted("BHT", "0019", "00", "X1", "20251020", "0830", "CH");
            AddCounted("NM1", "41", "2", "SENDER", "", "", "", "", "46", "S1");
            AddCounted("NM1", "40", "2", "RECEIVER", "", "", "", "", "46", "R1");
            var level = 0;
            foreach (var claim in sets[i]) WriteClaim(claim, style, AddCounted, ref level);
            AddCounted("SE", $"{count + 1}", set);
        }

        Add("GE", $"{sets.Length}", $"{number}");
        Add("IEA", "1", control);
    }

    private static void WriteClaim(Claim claim, SampleStyle style, Action<string[]> add, ref int level)
    {
        void Add(params string[] elements)
        {
            while (elements[^1].Length == 0) elements = elements[..^1];
            add(elements);
        }

        void Demographics()
        {
            if (claim.Patient.BirthDate is { } birth) Add("DMG", "D8", Date(birth), claim.Patient.Sex ?? "U");
        }

        string Composite(params IEnumerable<string> parts) => string.Join(style.Component, parts);

        var provider = claim.Provider;
        var taxonomy = provider.Kind switch { "np-pa" => "363LF0000X", "cnm" => "367A00000X", "crna" => "367500000X", "csw" => "1041C0700X", _ => "207Q00000X" };
        if (claim.Setting == Setting.Dme) taxonomy = "332B00000X";
        Add("HL", $"{++level}", "", "20", "1");
        if (!style.Rendering) Add("PRV", "BI", "PXC", taxonomy);
        Add("NM1", "85", "2", "QUELLBACH CLINIC", "", "", "", "", "XX", style.Rendering ? GroupNpi : provider.Npi!);
        Add("N3", "1 WINDMUEHLE WAY");
        Add("N4", "CHICAGO", "IL", style.Facility ? "606019999" : provider.Zip ?? "");
        Add("REF", "EI", "123456789");
        Add("HL", $"{++level}", $"{level - 1}", "22", style.Dependent ? "1" : "0");
        Add("SBR", "P", style.Dependent ? "" : "18", "", "", "", "", "", "", "MB");
        Add("NM1", "IL", "1", "ZUCKERPFERD", "AMARANTA", "", "", "", "MI", claim.Patient.Mbi ?? "");
        if (!style.Dependent)
        {
            Add("N4", "OAK PARK", provider.State ?? "", "60302");
            Demographics();
        }

        Add("NM1", "PR", "2", "MEDICARE", "", "", "", "", "PI", "00111");
        if (style.Dependent)
        {
            Add("HL", $"{++level}", $"{level - 1}", "23", "0");
            Add("PAT", "19");
            Add("NM1", "QC", "1", "ZUCKERPFERD", "KIND");
            Add("N4", "OAK PARK", provider.State ?? "", "60302");
            Demographics();
        }

        Add("CLM", claim.Id!, Money(claim.Lines.Sum(l => l.Charge ?? 0)), "", "", Composite("11", "B", "1"), "Y", provider.Participating ? "A" : "C", "Y", "Y");
        Add("REF", "D9", "ACCT77");
        if (claim.Diagnoses.Count > 0) Add(["HI", .. claim.Diagnoses.Select((d, i) => Composite(i == 0 ? "ABK" : "ABF", d))]);
        if (style.Rendering)
        {
            Add("NM1", "82", "1", "ZUCKERPFERD", "DOC", "", "", "", "XX", provider.Npi!);
            Add("PRV", "PE", "PXC", taxonomy);
        }

        if (style.Facility)
        {
            Add("NM1", "77", "2", "QUELLBACH ANNEX");
            Add("N3", "3 WINDMUEHLE WAY");
            Add("N4", "CHICAGO", "IL", provider.Zip!);
        }

        for (var i = 0; i < claim.Lines.Count; i++)
        {
            var line = claim.Lines[i];
            Add("LX", $"{i + 1}");
            Add("SV1", Composite(["HC", line.Code, .. line.Modifiers]), Money(line.Charge!.Value), line.Minutes is null ? "UN" : "MJ",
                line.Minutes?.ToString(CultureInfo.InvariantCulture) ?? Money(line.Units), line.Pos == "11" ? "" : line.Pos!, "", Composite(line.Dx.Select(d => $"{d}")));
            Add("DTP", "472", line.To is null ? "D8" : "RD8", Date(line.Date) + (line.To is { } to ? "-" + Date(to) : ""));
            if (line.Ndc is not null)
            {
                Add("LIN", "", "N4", line.Ndc);
                Add("CTP", "", "", "", "2.5", "ML");
            }
        }
    }

    private static string Date(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("0.###", CultureInfo.InvariantCulture);

    private static Gen<string> Letters(string from, int least, int most) => Gen.Char[from].Array[least, most].Select(c => new string(c));

    /// <summary>Claims that an 837P can say in full.</summary>
    public static readonly Gen<Claim> AnyClaim = Gen.Select(Gen.Int[1, 999_999], Gen.Int[0, int.MaxValue], Letters("ABCDEFGHM0123456789", 3, 7).Array[1, 12], AnyLine().Array[1, 8])
        .Select((id, traits, diagnoses, lines) => new Claim
        {
            Id = $"P-{id}",
            Setting = traits % 7 == 0 ? Setting.Dme : Setting.Practitioner,
            Patient = new Patient((traits % 3) switch { 0 => "F", 1 => "M", _ => null }, new DateOnly(1920, 1, 1).AddDays(traits % 37_000), Mbi),
            Provider = new Provider
            {
                Npi = traits % 2 == 0 ? Npi : OtherNpi,
                Zip = traits % 5 == 0 ? "606011234" : "60601",
                Participating = traits % 11 != 0,
                Kind = traits % 7 == 0 ? "physician" : (traits % 13) switch { 0 => "np-pa", 1 => "cnm", 2 => "crna", 3 => "csw", _ => "physician" },
                State = traits % 17 == 0 ? "WI" : "IL",
            },
            Diagnoses = diagnoses,
            Lines = lines,
        });

    private static Gen<ClaimLine> AnyLine() =>
        Gen.Select(Letters("ABJ0123456789", 5, 5), Letters("ABCELRTX0123456789", 2, 2).Array[0, 4], Gen.Int[0, int.MaxValue], Gen.Int[0, 99_999_99], Gen.Int[1, 12].Array[0, 4])
            .Select((code, modifiers, traits, cents, pointers) => new ClaimLine
            {
                Code = code,
                Modifiers = modifiers,
                Units = traits % 9 == 0 ? 1 : traits % 4 == 0 ? traits % 100_000 / 1000m + 0.001m : 1 + traits % 20,
                Charge = cents / 100m,
                Date = new DateOnly(2015, 1, 1).AddDays(traits % 4_000),
                To = traits % 6 == 0 ? new DateOnly(2015, 1, 1).AddDays(traits % 4_000 + 1 + traits % 30) : null,
                Pos = traits % 3 == 0 ? "22" : "11",
                Dx = pointers,
                Minutes = traits % 9 == 0 ? 1 + traits % 600 : null,
                Ndc = traits % 8 == 0 ? (traits % 100_000_000).ToString("00000000000", CultureInfo.InvariantCulture) : null,
            });
}
